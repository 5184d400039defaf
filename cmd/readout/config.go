package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"github.com/knadh/koanf/parsers/yaml"
	"github.com/knadh/koanf/providers/env/v2"
	"github.com/knadh/koanf/providers/file"
	"github.com/knadh/koanf/v2"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

const envPrefix = "READOUT_"

// configure sets the flags that were not given from the environment, else
// from the configuration file. A key of the file that no command knows is an
// error; so is a value that a flag does not take.
func configure(cmd *cobra.Command) error {
	path, err := cmd.Flags().GetString("config")
	if err != nil {
		return err
	}
	k := koanf.New(".")
	if path, err = loadConfigFile(k, path); err != nil {
		return err
	}
	if err := checkKeys(k, cmd.Root(), path); err != nil {
		return err
	}
	fromFile := k.Copy()
	if err := k.Load(env.Provider(".", env.Opt{Prefix: envPrefix, TransformFunc: func(key, value string) (string, any) {
		if value == "" {
			return "", nil // set to nothing is not set
		}
		return strings.ToLower(strings.ReplaceAll(strings.TrimPrefix(key, envPrefix), "_", "-")), value
	}}), nil); err != nil {
		return usage("read the environment: %w", err)
	}
	var bad error
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if bad != nil || f.Changed || !k.Exists(f.Name) || f.Name == "config" || f.Name == "help" {
			return
		}
		origin := envPrefix + strings.ToUpper(strings.ReplaceAll(f.Name, "-", "_"))
		if _, set := os.LookupEnv(origin); !set && fromFile.Exists(f.Name) {
			origin = "configuration file " + path
		}
		for _, v := range values(k, f.Name) {
			if err := cmd.Flags().Set(f.Name, v); err != nil {
				bad = usage("%s: %s: %s", origin, f.Name, plain(err))
				return
			}
		}
	})
	return bad
}

// values gives one string, or all of a list.
func values(k *koanf.Koanf, key string) []string {
	if list := k.Strings(key); len(list) > 0 {
		return list
	}
	return []string{fmt.Sprint(k.Get(key))}
}

// loadConfigFile loads the file that the user named, or the default one where
// it exists, and gives its path.
func loadConfigFile(k *koanf.Koanf, path string) (string, error) {
	named := path != ""
	if !named {
		if path = os.Getenv(envPrefix + "CONFIG"); path != "" {
			named = true
		} else {
			dir, err := os.UserConfigDir()
			if err != nil {
				return "", nil // no home: no default file
			}
			path = filepath.Join(dir, "readout", "config.yaml")
		}
	}
	err := k.Load(file.Provider(path), yaml.Parser())
	if err == nil || !named && outOfReach(err) {
		return path, nil
	}
	// A YAML error runs over several lines.
	return path, usage("configuration file %s: %s", path, strings.Join(strings.Fields(err.Error()), " "))
}

// outOfReach tells whether a file is not there or lies where we may not look:
// HOME may be that of another user.
func outOfReach(err error) bool {
	return errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.ENOTDIR)
}

func checkKeys(k *koanf.Koanf, root *cobra.Command, path string) error {
	var known []string
	note := func(f *pflag.Flag) { known = append(known, f.Name) }
	root.PersistentFlags().VisitAll(note)
	for _, c := range root.Commands() {
		c.Flags().VisitAll(note)
	}
	for _, key := range k.Keys() {
		if !slices.Contains(known, key) {
			return usage("configuration file %s: unknown key %q (keys are the names of flags)", path, key)
		}
	}
	return nil
}
