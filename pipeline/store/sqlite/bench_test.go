package sqlite_test

import (
	"context"
	"testing"

	"readout/pipeline/record"
	"readout/pipeline/store"
	"readout/pipeline/table"
	"readout/pipeline/table/tabletest"
)

const benchBatch = 1000

// report gives records and rows a second.
func report(b *testing.B, records, rows int) {
	b.ReportMetric(float64(records)/b.Elapsed().Seconds(), "records/s")
	b.ReportMetric(float64(rows)/b.Elapsed().Seconds(), "rows/s")
	b.ReportMetric(float64(rows)/float64(records), "rows/record")
}

func rowsOf(b *testing.B, pages []*record.Page) int {
	n := 0
	for _, p := range pages {
		rows, err := table.Flatten(p)
		if err != nil {
			b.Fatal(err)
		}
		for _, list := range rows {
			n += len(list)
		}
	}
	return n
}

// pagesFrom makes a batch of pages that were never there.
func pagesFrom(start int) []*record.Page {
	pages := make([]*record.Page, benchBatch)
	for i := range pages {
		pages[i] = tabletest.Page(start+i, 0)
	}
	return pages
}

func BenchmarkPut(b *testing.B) {
	db := temp(b)
	records, rows := 0, 0
	for b.Loop() {
		b.StopTimer()
		pages := pagesFrom(records)
		records += len(pages)
		rows += rowsOf(b, pages)
		b.StartTimer()
		put(b, db, pages...)
	}
	report(b, records, rows)
}

// BenchmarkApply goes the whole way from the bytes of messages, of new pages
// and of a replay.
func BenchmarkApply(b *testing.B) {
	b.Run("new", func(b *testing.B) {
		db := temp(b)
		records, rows := 0, 0
		for b.Loop() {
			b.StopTimer()
			pages := pagesFrom(records)
			next := batch(int64(records), messagesOf(pages)...)
			records += len(pages)
			rows += rowsOf(b, pages)
			b.StartTimer()
			apply(b, db, next)
		}
		report(b, records, rows)
	})
	b.Run("replay", func(b *testing.B) {
		db := temp(b)
		pages := pagesFrom(0)
		rows := rowsOf(b, pages)
		again := batch(0, messagesOf(pages)...)
		apply(b, db, again)
		n := 0
		for b.Loop() {
			b.StopTimer()
			rewind(b, db)
			b.StartTimer()
			apply(b, db, again)
			n++
		}
		report(b, n*len(pages), n*rows)
	})
	b.Run("newer", func(b *testing.B) {
		db := temp(b)
		pages := pagesFrom(0)
		apply(b, db, batch(0, messagesOf(pages)...))
		n, rows := 0, 0
		for b.Loop() {
			b.StopTimer()
			n++
			for i := range pages {
				pages[i] = tabletest.Page(i, n)
			}
			rows += rowsOf(b, pages)
			next := batch(int64(n*benchBatch), messagesOf(pages)...)
			b.StartTimer()
			apply(b, db, next)
		}
		report(b, n*benchBatch, rows)
	})
}

func messagesOf(pages []*record.Page) []store.Message {
	var out []store.Message
	for _, p := range pages {
		out = append(out, message(p))
	}
	return out
}

func BenchmarkPage(b *testing.B) {
	db := temp(b)
	put(b, db, pagesFrom(0)...)
	n := 0
	for b.Loop() {
		if _, err := db.Page(context.Background(), tabletest.ID(n%benchBatch)); err != nil {
			b.Fatal(err)
		}
		n++
	}
}
