package model

import (
	"bytes"
	"crypto/sha256"
	_ "embed" // the model is part of the program
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"math"
	"sync"
)

// One is the unit of scores: this many make one nat.
const One = 4096

// slotSize is the size of a row in the table: a check of the feature (2), the
// scale (1), the weights of the labels (13).
const slotSize = 3 + Labels

// magic begins a model file and names its format.
const magic = "readout names 1\n"

// Model is a trained tagger of names. It is never changed after it was
// loaded, and safe for concurrent use.
type Model struct {
	reader *Reader
	slots  []byte   // rows by hash, open addressing
	checks []uint16 // of each row: most features are in no row, and this is small enough to stay near the processor
	n      uint64   // rows
	trans  [Labels][Labels]int32
}

//go:embed names.model
var embedded []byte

// Default gives the built-in model, loaded at the first call.
func Default() *Model { return builtIn() }

var builtIn = sync.OnceValue(func() *Model {
	m, err := Load(embedded)
	if err != nil {
		panic(err)
	}
	return m
})

// SHA256 gives the hash of the built-in model's file in hexadecimal.
func SHA256() string { return embeddedHash() }

var embeddedHash = sync.OnceValue(func() string {
	h := sha256.Sum256(embedded)
	return hex.EncodeToString(h[:])
})

// Row is the weights of one feature in nats.
type Row struct {
	Feature uint64
	Weights [Labels]float64
}

// Save writes a model file. Rows are in any order of distinct features.
func Save(rows []Row, trans [Labels][Labels]float64, c Classes) []byte {
	var b bytes.Buffer
	b.WriteString(magic)
	u32 := func(v int) { b.Write(binary.LittleEndian.AppendUint32(nil, uint32(v))) }
	for _, line := range trans {
		for _, w := range line {
			u32(int(int32(math.Round(float64(w * One)))))
		}
	}
	u32(len(c.words))
	for i, h := range c.words {
		u32(int(h))
		b.Write(binary.LittleEndian.AppendUint16(nil, c.fine[i]))
	}
	u32(len(c.group))
	b.Write(c.group)
	n := len(rows)*10/7 + 1
	u32(n)
	slots := make([]byte, n*slotSize)
	for i := range rows {
		insert(slots, uint64(n), &rows[i])
	}
	b.Write(slots)
	return b.Bytes()
}

func insert(slots []byte, n uint64, r *Row) {
	s, check := place(r.Feature, n)
	for slots[s*slotSize] != 0 || slots[s*slotSize+1] != 0 {
		if s++; s == n {
			s = 0
		}
	}
	row := slots[s*slotSize:][:slotSize]
	binary.LittleEndian.PutUint16(row, check)
	most := 0.0
	for _, w := range r.Weights {
		most = max(most, math.Abs(w))
	}
	scale := min(255, max(1, math.Ceil(float64(most*One)/127)))
	row[2] = byte(scale)
	for k, w := range r.Weights {
		row[3+k] = byte(int8(max(-127, min(127, math.Round(float64(w*One)/scale)))))
	}
}

// place gives the row where the search for a feature begins, and its check.
func place(feature, n uint64) (slot uint64, check uint16) {
	return (feature >> 32) * n >> 32, max(1, uint16(feature>>1))
}

// Load reads a model file, which it keeps and which must not be changed afterwards.
func Load(data []byte) (*Model, error) {
	fail := func(what string) (*Model, error) { return nil, fmt.Errorf("model of names: %s", what) }
	rest, ok := bytes.CutPrefix(data, []byte(magic))
	if !ok {
		return fail("not a file of this format")
	}
	m := &Model{}
	var err error
	u32 := func() int {
		if len(rest) < 4 {
			err = errors.New("cut short")
			return 0
		}
		v := binary.LittleEndian.Uint32(rest)
		rest = rest[4:]
		return int(v)
	}
	for a := range m.trans {
		for b := range m.trans[a] {
			m.trans[a][b] = int32(u32())
		}
	}
	var c Classes
	if n := u32(); err == nil && n <= len(rest)/6 {
		c.words, c.fine = make([]uint32, n), make([]uint16, n)
		for i := range n {
			c.words[i], c.fine[i] = binary.LittleEndian.Uint32(rest), binary.LittleEndian.Uint16(rest[4:])
			rest = rest[6:]
		}
	} else if err == nil {
		return fail("cut short in the word classes")
	}
	if n := u32(); err == nil && n <= len(rest) {
		c.group, rest = rest[:n], rest[n:]
	}
	n := u32()
	if err != nil || n == 0 || len(rest) != n*slotSize {
		return fail("cut short, or longer than it says")
	}
	for _, f := range c.fine {
		if int(f) >= len(c.group) {
			return fail("a word class that it does not list")
		}
	}
	m.slots, m.n, m.reader = rest, uint64(n), NewReader(c)
	m.checks = make([]uint16, n)
	empty := false // every search in the table ends at an empty row
	for s := range m.checks {
		m.checks[s] = binary.LittleEndian.Uint16(rest[s*slotSize:])
		empty = empty || m.checks[s] == 0
	}
	if !empty {
		return fail("a table without an empty row")
	}
	return m, nil
}

// score adds the weights of the features of a word to the scores of the labels.
// It goes over them step by step, so that the processor waits for the many
// places of the table at once and not for one after the other.
func (m *Model) score(f *Features, scores *[Labels]int32) {
	var slots [Templates]uint32
	var checks, found [Templates]uint16
	n := 0
	for _, x := range f {
		if x != 0 {
			s, check := place(x, m.n)
			slots[n], checks[n], found[n] = uint32(s), check, m.checks[s]
			n++
		}
	}
	var rows [Templates][2]uint64
	k := 0
	for i := range n {
		s, got := uint64(slots[i]), found[i]
		for got != checks[i] && got != 0 {
			if s++; s == m.n {
				s = 0
			}
			got = m.checks[s]
		}
		if got != 0 {
			row := m.slots[s*slotSize:][:slotSize:slotSize]
			rows[k] = [2]uint64{binary.LittleEndian.Uint64(row), binary.LittleEndian.Uint64(row[8:])}
			k++
		}
	}
	addRows(rows[:k], scores)
}

// addRows adds the weights of rows, each times its scale, two labels at a time
// in the halves of a 64-bit word. Weights are raised by 128 for it, so that they
// are positive; the sum of so many rows stays in its half.
func addRows(rows [][2]uint64, scores *[Labels]int32) {
	const lanes, raise = 0x000000ff_000000ff, 0x80808080_80808080
	var a, b [4]uint64
	total := uint64(0)
	for i := range rows {
		scale := rows[i][0] >> 16 & 0xff
		lo, hi := (rows[i][0]^raise)>>24, rows[i][1]^raise
		a[0] += (lo & lanes) * scale
		a[1] += (lo >> 8 & lanes) * scale
		a[2] += (lo >> 16 & lanes) * scale
		a[3] += (lo >> 24 & lanes) * scale
		b[0] += (hi & lanes) * scale
		b[1] += (hi >> 8 & lanes) * scale
		b[2] += (hi >> 16 & lanes) * scale
		b[3] += (hi >> 24 & lanes) * scale
		total += scale
	}
	raised := int32(128 * total)
	for l := range 4 {
		scores[l] += int32(uint32(a[l])) - raised
		scores[5+l] += int32(uint32(b[l])) - raised
		scores[9+l] += int32(uint32(b[l]>>32)) - raised
	}
	scores[4] += int32(uint32(a[0]>>32)) - raised
}
