// Package change works out what a batch of messages, or some records of a run,
// changes in a database of page records. It knows no driver: a database says
// what it has of the pages, carries the changes out and keeps the dead letters.
//
// The outcome is that of taking the messages one after the other, however
// they are cut into batches:
//
//   - A record replaces the stored page unless that has a higher revision.
//   - A record whose bytes are those stored changes nothing.
//   - A tombstone deletes the page.
//   - What is no record of its key is a dead letter and changes nothing.
package change

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"slices"
	"strings"

	"readout/pipeline"
	"readout/pipeline/record"
	"readout/pipeline/store"
	"readout/pipeline/table"
)

// Digest is the SHA-256 of a record's bytes.
type Digest = [sha256.Size]byte

// Stored is what a database has of a page.
type Stored struct {
	Revision int64
	Digest   Digest
}

// Change is what to do about one page: delete it and its rows if Delete, then
// insert Rows if not nil.
type Change struct {
	ID     string
	Delete bool
	Rows   *table.Rows
	Digest Digest // of the record that Rows are of
	Turn   int    // of the page among the others: in the order in which they were first given
}

// Keys gives the keys of messages, sorted, each once: the pages to look up.
func Keys(messages []store.Message) []string {
	keys := make([]string, 0, len(messages))
	for _, m := range messages {
		keys = append(keys, string(m.Key))
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// IDs gives the ids of pages, sorted, each once: the pages to look up.
func IDs(pages []*record.Page) []string {
	ids := make([]string, 0, len(pages))
	for _, p := range pages {
		ids = append(ids, p.ID)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// FromMessages gives the changes that messages make to a database that has
// the stored pages, by id, and the dead letters in the order of messages.
func FromMessages(messages []store.Message, stored map[string]Stored) ([]Change, []store.DeadLetter) {
	f := newFold(stored)
	var dead []store.DeadLetter
	for _, m := range messages {
		if reason, err := f.message(m); err != nil {
			dead = append(dead, store.DeadLetter{Message: m, Reason: string(reason), Err: err})
		}
	}
	return f.changes(), dead
}

// FromPages is FromMessages for the records of a run. A record that cannot be
// cut into rows is refused.
func FromPages(pages []*record.Page, stored map[string]Stored) ([]Change, pipeline.Refused) {
	f := newFold(stored)
	var refused pipeline.Refused
	var buf []byte
	for _, p := range pages {
		buf = p.AppendJSON(buf[:0])
		digest := sha256.Sum256(buf)
		if f.repeats(p.ID, digest) {
			continue
		}
		rows, err := table.Flatten(p)
		if err != nil {
			refused = append(refused, pipeline.RefusedPage{Page: p, Err: pipeline.Fail(pipeline.StageSink, pipeline.Internal, "%w", err)})
			continue
		}
		f.offer(p.ID, version{p.Revision, digest, rows})
	}
	return f.changes(), refused
}

// fold holds what has become of each page so far.
type fold struct {
	stored map[string]Stored
	fates  map[string]*fate
}

// fate is what the messages so far make of one page.
type fate struct {
	turn    int      // of the page among the others
	deleted bool     // what was stored is gone
	version *version // the record that came since and stands, nil where none did
}

// version is a record that may come to stand. rows is nil for the one that is
// stored already.
type version struct {
	revision int64
	digest   Digest
	rows     *table.Rows
}

func newFold(stored map[string]Stored) *fold {
	return &fold{stored: stored, fates: map[string]*fate{}}
}

func (f *fold) fate(id string) *fate {
	x := f.fates[id]
	if x == nil {
		x = &fate{turn: len(f.fates)}
		f.fates[id] = x
	}
	return x
}

// message takes one message; an error says that it is a dead letter and why.
func (f *fold) message(m store.Message) (pipeline.Reason, error) {
	key := string(m.Key)
	if key == "" {
		return pipeline.WrongKey, errors.New("no key")
	}
	if m.Tombstone {
		x := f.fate(key)
		x.deleted, x.version = true, nil
		return "", nil
	}
	digest := sha256.Sum256(m.Value)
	if f.repeats(key, digest) {
		return "", nil
	}
	p, err := record.ParsePage(m.Value)
	switch {
	case errors.Is(err, record.ErrSchema):
		return pipeline.WrongSchema, err
	case err != nil:
		return pipeline.BadRecord, err
	case p.ID != key:
		return pipeline.WrongKey, fmt.Errorf("the key is %q, the record is of page %s", key, p.ID)
	}
	rows, err := table.Flatten(p)
	if err != nil {
		return pipeline.BadRecord, err
	}
	f.offer(key, version{p.Revision, digest, rows})
	return "", nil
}

// repeats takes a record that is known by its bytes, unread: it is the stored
// one, whose revision is known too.
func (f *fold) repeats(id string, digest Digest) bool {
	s, ok := f.stored[id]
	if !ok || s.Digest != digest {
		return false
	}
	f.offer(id, version{s.Revision, digest, nil})
	return true
}

// offer lets a record stand unless one of a higher revision does.
func (f *fold) offer(id string, v version) {
	x := f.fate(id)
	standing, ok := int64(0), false
	if x.version != nil {
		standing, ok = x.version.revision, true
	} else if s, has := f.stored[id]; has && !x.deleted {
		standing, ok = s.Revision, true
	}
	if !ok || v.revision >= standing {
		x.version = &v
	}
}

// changes gives what is to be done, in the order of ids: two writers then
// never wait for each other's rows in a ring. A database of one writer may
// take them by Turn instead.
func (f *fold) changes() []Change {
	var out []Change
	for id, x := range f.fates {
		_, has := f.stored[id]
		switch {
		case x.version == nil && x.deleted && has:
			out = append(out, Change{ID: id, Delete: true, Turn: x.turn})
		case x.version != nil && x.version.rows != nil:
			out = append(out, Change{ID: id, Delete: has, Rows: x.version.rows, Digest: x.version.digest, Turn: x.turn})
		}
	}
	slices.SortFunc(out, func(a, b Change) int { return strings.Compare(a.ID, b.ID) })
	return out
}
