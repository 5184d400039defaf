package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/twmb/franz-go/pkg/kfake"
)

// The password of a cluster that asks for one: from the variable, from a file
// whose last newline is no part of it, and a wrong one, told by a sentence that
// does not hold it.
func TestKafkaPassword(t *testing.T) {
	const right = " open sesame "
	cluster, err := kfake.NewCluster(kfake.NumBrokers(1), kfake.EnableSASL(), kfake.Superuser("PLAIN", "ann", right),
		kfake.SeedTopics(1, "readout.pages", "readout.meetings", "readout.rejects"))
	if err != nil {
		t.Fatal(err)
	}
	defer cluster.Close()
	dir := t.TempDir()
	file := filepath.Join(dir, "password")
	url := "kafka://ann@" + cluster.ListenAddrs()[0] + "/readout?sasl=plain"
	for _, test := range []struct {
		name, password, file string // file is what it holds
		code                 int
	}{
		{"variable", right, "", 0},
		{"file", "", right, 0},
		{"newline", "", right + "\n", 0},
		{"newline of Windows", "", right + "\r\n", 0},
		{"two newlines", "", right + "\n\n", 1},
		{"wrong variable", "guess-1", "", 1},
		{"wrong file", "", "guess-1\n", 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			cmd := exec.Command("readout", "run", pagesDir, "--to", url)
			cmd.Env = append(os.Environ(), "XDG_CONFIG_HOME="+dir, kafkaPasswordEnv+"="+test.password)
			if test.file != "" {
				write(t, file, []byte(test.file))
				cmd.Env = append(cmd.Env, kafkaPasswordFileEnv+"="+file)
			}
			out, _ := cmd.CombinedOutput()
			if got := cmd.ProcessState.ExitCode(); got != test.code {
				t.Errorf("exit code %d, want %d:\n%s", got, test.code, out)
			}
			if test.code == 0 && !strings.Contains(string(out), "3 pages, 3 records") {
				t.Errorf("nothing was put:\n%s", out)
			}
			if test.code != 0 && (!strings.Contains(string(out), cluster.ListenAddrs()[0]) || !strings.Contains(string(out), "ann")) {
				t.Errorf("the cluster and the user are not named:\n%s", out)
			}
			if strings.Contains(string(out), "guess-1") {
				t.Errorf("the password is told:\n%s", out)
			}
		})
	}
}
