package record

import "unicode/utf8"

// Offsets converts between byte offsets and Unicode code points of one text.
// Safe for concurrent use.
type Offsets struct {
	text   string
	ascii  bool
	points []int32 // points[k]: code points before byte 64k
}

const offsetBlock = 64

// NewOffsets indexes a text.
func NewOffsets(text string) *Offsets {
	o := &Offsets{text: text, ascii: true}
	for i := 0; i < len(text); i++ {
		if text[i] >= utf8.RuneSelf {
			o.ascii = false
			break
		}
	}
	if o.ascii {
		return o
	}
	o.points = make([]int32, 0, len(text)/offsetBlock+1)
	n := int32(0)
	for i := 0; i < len(text); i++ {
		if i%offsetBlock == 0 {
			o.points = append(o.points, n)
		}
		if text[i]&0xC0 != 0x80 {
			n++
		}
	}
	return o
}

// Points gives the number of code points before the byte offset at.
func (o *Offsets) Points(at int) int {
	if o.ascii || at == 0 {
		return at
	}
	if at >= len(o.text) {
		at = len(o.text)
	}
	k := min(at/offsetBlock, len(o.points)-1)
	n := int(o.points[k])
	for i := k * offsetBlock; i < at; i++ {
		if o.text[i]&0xC0 != 0x80 {
			n++
		}
	}
	return n
}

// Bytes gives the byte offset of the code point at; ok is false where the
// text has fewer.
func (o *Offsets) Bytes(at int) (offset int, ok bool) {
	if o.ascii {
		return at, at >= 0 && at <= len(o.text)
	}
	if at < 0 {
		return 0, false
	}
	lo, hi := 0, len(o.points)
	for hi-lo > 1 {
		if m := (lo + hi) / 2; int(o.points[m]) <= at {
			lo = m
		} else {
			hi = m
		}
	}
	n := int(o.points[lo])
	for i := lo * offsetBlock; i < len(o.text); i++ {
		if o.text[i]&0xC0 != 0x80 {
			if n == at {
				return i, true
			}
			n++
		}
	}
	return len(o.text), n == at
}
