package change_test

import (
	"crypto/sha256"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/pipeline"
	"readout/pipeline/record"
	"readout/pipeline/store"
	"readout/pipeline/store/change"
	"readout/pipeline/table"
	"readout/pipeline/table/tabletest"
)

func message(p *record.Page) store.Message {
	return store.Message{Key: []byte(p.ID), Value: tabletest.Marshal(p)}
}

func tombstone(n int) store.Message {
	return store.Message{Key: []byte(tabletest.ID(n)), Tombstone: true}
}

func stored(p *record.Page) map[string]change.Stored {
	return map[string]change.Stored{p.ID: {Revision: p.Revision, Digest: sha256.Sum256(tabletest.Marshal(p))}}
}

// Page 1 is stored in version 2; what do messages make of it?
func TestFromMessages(t *testing.T) {
	other := tabletest.Page(1, 2)
	other.People, other.Meetings, other.Statements = nil, nil, nil
	v := func(n int) store.Message { return message(tabletest.Page(1, n)) }
	tests := []struct {
		name     string
		messages []store.Message
		delete   bool
		want     *record.Page // inserted
	}{
		{"nothing", nil, false, nil},
		{"the same", []store.Message{v(2)}, false, nil},
		{"older", []store.Message{v(1)}, false, nil},
		{"newer", []store.Message{v(3)}, true, tabletest.Page(1, 3)},
		{"newer, then older", []store.Message{v(3), v(2), v(1)}, true, tabletest.Page(1, 3)},
		{"same revision, other bytes", []store.Message{message(other)}, true, other},
		{"other bytes, then the same again", []store.Message{message(other), v(2)}, false, nil},
		{"deleted", []store.Message{tombstone(1)}, true, nil},
		{"deleted, then the same", []store.Message{tombstone(1), v(2)}, false, nil},
		{"deleted, then older", []store.Message{v(3), tombstone(1), v(0)}, true, tabletest.Page(1, 0)},
		{"newer, then deleted", []store.Message{v(3), tombstone(1)}, true, nil},
		{"another page deleted that is not there", []store.Message{tombstone(9)}, false, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			changes, dead := change.FromMessages(test.messages, stored(tabletest.Page(1, 2)))
			if len(dead) > 0 {
				t.Fatalf("dead letter: %v", dead[0].Err)
			}
			if !test.delete && test.want == nil {
				if len(changes) > 0 {
					t.Errorf("changes %+v, want none", changes)
				}
				return
			}
			if len(changes) != 1 || changes[0].ID != tabletest.ID(1) || changes[0].Delete != test.delete {
				t.Fatalf("changes %+v, want one of page 1 with Delete %v", changes, test.delete)
			}
			var want *table.Rows
			if test.want != nil {
				var err error
				if want, err = table.Flatten(test.want); err != nil {
					t.Fatal(err)
				}
				if changes[0].Digest != sha256.Sum256(tabletest.Marshal(test.want)) {
					t.Error("the digest is not that of the record's bytes")
				}
			}
			if diff := cmp.Diff(want, changes[0].Rows); diff != "" {
				t.Errorf("rows (-want +got):\n%s", diff)
			}
		})
	}
}

func TestDeadLettersChangeNothing(t *testing.T) {
	p := tabletest.Page(1, 5)
	value := tabletest.Marshal(p)
	tests := []struct {
		name string
		m    store.Message
		want pipeline.Reason
	}{
		{"no key", store.Message{Value: value}, pipeline.WrongKey},
		{"another key", store.Message{Key: []byte(tabletest.ID(2)), Value: value}, pipeline.WrongKey},
		{"tombstone without a key", store.Message{Tombstone: true}, pipeline.WrongKey},
		{"cut off", store.Message{Key: []byte(p.ID), Value: value[:len(value)-1]}, pipeline.BadRecord},
		{"empty", store.Message{Key: []byte(p.ID)}, pipeline.BadRecord},
		{"another schema", store.Message{Key: []byte(p.ID), Value: []byte(`{"schema":"readout.page/v2"}`)}, pipeline.WrongSchema},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			changes, dead := change.FromMessages([]store.Message{test.m}, stored(tabletest.Page(1, 2)))
			if len(dead) != 1 || dead[0].Reason != string(test.want) || dead[0].Err == nil {
				t.Errorf("dead letters %+v, want one of reason %s", dead, test.want)
			}
			if len(changes) != 0 {
				t.Errorf("changes %+v, want none", changes)
			}
		})
	}
}

// Changes come in the order of ids, each page once.
func TestOrder(t *testing.T) {
	var pages []*record.Page
	for range 3 {
		for n := range 20 {
			pages = append(pages, tabletest.Page(n, 0))
		}
	}
	rand.New(rand.NewPCG(1, 1)).Shuffle(len(pages), func(i, j int) { pages[i], pages[j] = pages[j], pages[i] })
	changes, refused := change.FromPages(pages, nil)
	if len(refused) > 0 {
		t.Fatal(refused)
	}
	var got []string
	for _, c := range changes {
		got = append(got, c.ID)
	}
	if diff := cmp.Diff(change.IDs(pages), got); diff != "" || len(got) != 20 {
		t.Errorf("%d changes, (-want +got):\n%s", len(got), diff)
	}
}
