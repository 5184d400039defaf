package run

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/twmb/franz-go/pkg/kfake"

	"readout/pipeline"
	"readout/pipeline/record"
	"readout/pipeline/store"
	"readout/pipeline/stream"
)

// stale are the reasons that a consumer of records gives, not a run: the
// database keeps those messages.
var stale = []pipeline.Reason{pipeline.BadRecord, pipeline.WrongSchema, pipeline.WrongKey}

// failing makes a page for every reason of class error that a run can give;
// the key is what its reject is called.
func failing() map[pipeline.Reason][]given {
	at := func(reason pipeline.Reason, name, body string) given {
		return given{path: string(reason) + name, body: body}
	}
	fetch := func(reason pipeline.Reason) given {
		return given{path: string(reason) + ".html", err: pipeline.Fail(pipeline.StageFetch, reason, "told so")}
	}
	random := rand.New(rand.NewPCG(1, 2))
	var noise strings.Builder
	for noise.Len() < 100<<10 {
		fmt.Fprintf(&noise, "The envoy met with delegation %x in Oslo. ", random.Uint64())
	}
	out := map[pipeline.Reason][]given{
		pipeline.Timeout:        {fetch(pipeline.Timeout), story("timeout.txt", "[hang]")},
		pipeline.TooLarge:       {fetch(pipeline.TooLarge), at(pipeline.TooLarge, ".txt", strings.Repeat("The envoy met with the Speaker. ", 20_000))},
		pipeline.TooDeep:        {at(pipeline.TooDeep, ".html", strings.Repeat("<b><div>", 600)+"Talks")},
		pipeline.TooManyNodes:   {at(pipeline.TooManyNodes, ".html", strings.Repeat("<p>a", 200_000))},
		pipeline.BadEncoding:    {at(pipeline.BadEncoding, ".txt", "\ufeff"+strings.Repeat("abc \xff\xfe\x80 ", 1000))},
		pipeline.Binary:         {at(pipeline.Binary, ".html", "GIF89a\x00\x01\x02 \xff\xfe not a page")},
		pipeline.Panic:          {story("panic.txt", "[panic]")},
		pipeline.Internal:       {fetch(pipeline.Internal), story("internal.txt", "[fail]")},
		pipeline.DuplicateID:    {story("twice.txt"), story("twice.txt")},
		pipeline.RecordTooLarge: {story("record_too_large.txt", noise.String())},
	}
	for _, reason := range []pipeline.Reason{pipeline.NotFound, pipeline.HTTPError, pipeline.NetworkError, pipeline.RedirectLoop, pipeline.ForbiddenAddress, pipeline.Unreadable} {
		out[reason] = []given{fetch(reason)}
	}
	return out
}

// Nothing is lost that was not told: a page of a run into Kafka is a message
// in PREFIX.pages or one in PREFIX.rejects, for every reason that there is, with
// the bytes of the page where any were loaded; and pages that nobody wants are neither.
func TestDeadLetters(t *testing.T) {
	cluster, err := kfake.NewCluster(kfake.NumBrokers(1))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(cluster.Close)
	for topic, limit := range map[stream.Topic]string{stream.Pages: "6000", stream.Meetings: "6000", stream.Rejects: "1048588"} {
		if err := cluster.CreateTopic("x."+string(topic), 1, map[string]string{"max.message.bytes": limit}); err != nil {
			t.Fatal(err)
		}
	}
	list := []given{story("good.txt"), unwanted("empty.txt"), {path: "menu.txt", body: "A title alone"}}
	want := map[string]string{} // path and reason: the bytes
	reasons := failing()
	for _, reason := range pipeline.Reasons() {
		if reason.Class() == pipeline.ClassError && !slices.Contains(stale, reason) && len(reasons[reason]) == 0 {
			t.Errorf("no page for the reason %s", reason)
		}
		for i, g := range reasons[reason] {
			list = append(list, g)
			if reason != pipeline.DuplicateID || i > 0 {
				want[g.path+" "+string(reason)] = g.body
			}
		}
	}
	kafka := connect(t, cluster.ListenAddrs()[0])
	p := processor(t, list)
	p.Hang = 3 * time.Second
	p.Load = htmlToo(p.Load)
	s, err := (&Batch{Processor: p, Workers: 2, Sinks: []pipeline.Sink{kafka.PageSink(stream.ProducerOptions{})}, Hold: 8, Linger: time.Minute}).Run(t.Context(), refs(list))
	if err != nil {
		t.Fatal(err)
	}
	addsUp(t, s)
	if s.Records != 2 || s.Rejected(pipeline.ClassError) != len(want) || s.Rejected(pipeline.ClassUnwanted) != 2 {
		t.Errorf("%+v, want 2 records, %d errors and 2 unwanted", s, len(want))
	}
	var pages []string
	for _, m := range messages(t, kafka, stream.Pages) {
		rec, err := record.ParsePage(m.Value)
		if err != nil {
			t.Fatal(err)
		}
		pages = append(pages, rec.Source.Path)
	}
	if diff := cmp.Diff([]string{"good.txt", "twice.txt"}, pages); diff != "" {
		t.Errorf("pages (-want +got):\n%s", diff)
	}
	compareDeadLetters(t, messages(t, kafka, stream.Rejects), want)
}

// compareDeadLetters: there is one for each path and reason, with the bytes.
func compareDeadLetters(t *testing.T, got []store.Message, want map[string]string) {
	t.Helper()
	for _, m := range got {
		path, reason := m.Header("path"), m.Header("reason")
		body, ok := want[path+" "+reason]
		if !ok {
			t.Errorf("a dead letter of %s, %s, that nobody waits for", path, reason)
			continue
		}
		delete(want, path+" "+reason)
		if string(m.Key) != record.PageID("", path) || m.Header("class") != "error" || m.Header("stage") == "" || m.Header("error") == "" {
			t.Errorf("%s: key %s, headers %s", path, m.Key, m.Headers)
		}
		if m.Tombstone != (body == "") || !bytes.Equal(m.Value, []byte(body)) {
			t.Errorf("%s, %s: %d bytes, want the %d of the page", path, reason, len(m.Value), len(body))
		}
	}
	for lost := range want {
		t.Errorf("no dead letter: %s", lost)
	}
}
