package eval

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"readout/pipeline/record"
)

// Report is a tally as it is written to a file and compared with a later one.
type Report struct {
	Pages     int                     `json:"pages"`
	Predicted int                     `json:"predicted"`
	Record    float64                 `json:"record"`
	Fields    map[string]ReportFigure `json:"fields"`
	Rates     map[string]float64      `json:"rates"` // only those that had anything to compare
	Rules     map[string]ReportRule   `json:"rules"`
	Tenths    []ReportTenth           `json:"reliability"`
}

// ReportTenth is a line of the table of reliability: of the values whose
// confidence lies in a tenth, how many there are, what confidence they have in
// the mean, and the share of them that is right. The two agree where
// confidence tells the truth.
type ReportTenth struct {
	From       float64 `json:"from"`
	Values     int     `json:"values"`
	Confidence float64 `json:"confidence"`
	Right      float64 `json:"right"`
}

// ReportFigure is one field of a report.
type ReportFigure struct {
	Precision float64 `json:"precision"`
	Recall    float64 `json:"recall"`
	F1        float64 `json:"f1"`
	Gold      int     `json:"gold"`
}

// ReportRule is one rule of a report: how often it was right, of how often it spoke.
type ReportRule struct {
	Right int `json:"right"`
	Taken int `json:"taken"`
}

func round(v float64) float64 { return math.Round(v*1e4) / 1e4 }

// Report gives the tally rounded to four places.
func (t *Tally) Report() *Report {
	r := &Report{Pages: t.Pages, Predicted: t.Predicted, Record: round(t.Record()), Fields: map[string]ReportFigure{}, Rates: map[string]float64{}, Rules: map[string]ReportRule{}}
	for _, name := range Fields {
		f := t.Fields[name]
		r.Fields[name] = ReportFigure{round(f.Precision()), round(f.Recall()), round(f.F1()), f.Gold()}
	}
	for _, name := range Rates {
		if x := t.Rates[name]; x.Of > 0 {
			r.Rates[name] = round(x.Value())
		}
	}
	for name, f := range t.Rules {
		r.Rules[name] = ReportRule{f.Right, f.Right + f.Wrong}
	}
	for i, x := range t.Tenths {
		if x.Values > 0 {
			r.Tenths = append(r.Tenths, ReportTenth{float64(i) / 10, x.Values, round(x.Sum / float64(x.Values)), round(share(x.Right, x.Values))})
		}
	}
	return r
}

// WriteJSON writes the report as one indented object.
func (r *Report) WriteJSON(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(r)
}

// ReadReport reads what WriteJSON wrote.
func ReadReport(data []byte) (*Report, error) {
	r := &Report{}
	if err := json.Unmarshal(data, r); err != nil {
		return nil, fmt.Errorf("read a report: %w", err)
	}
	if len(r.Fields) == 0 {
		return nil, fmt.Errorf("read a report: it holds no fields")
	}
	return r, nil
}

// WriteText writes the report as a table, with what changed since an earlier
// one where there is one.
func (r *Report) WriteText(w io.Writer, before *Report) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%d of %d pages have a record\n", r.Predicted, r.Pages)
	fmt.Fprintf(&b, "%-15s %6s %6s %6s %5s", "field", "prec", "recall", "F1", "gold")
	if before != nil {
		fmt.Fprintf(&b, " %7s %7s", "before", "change")
	}
	b.WriteByte('\n')
	for _, name := range Fields {
		f := r.Fields[name]
		fmt.Fprintf(&b, "%-15s %6.3f %6.3f %6.3f %5d", name, f.Precision, f.Recall, f.F1, f.Gold)
		if before != nil {
			was := before.Fields[name].F1
			fmt.Fprintf(&b, " %7.3f %+7.3f", was, f.F1-was)
		}
		b.WriteByte('\n')
	}
	for _, name := range Rates {
		if v, ok := r.Rates[name]; ok {
			fmt.Fprintf(&b, "%-15s %20.3f %5s", name, v, "")
			if before != nil {
				fmt.Fprintf(&b, " %7.3f %+7.3f", before.Rates[name], v-before.Rates[name])
			}
			b.WriteByte('\n')
		}
	}
	fmt.Fprintf(&b, "%-15s %20.3f", "record", r.Record)
	if before != nil {
		fmt.Fprintf(&b, " %5s %7.3f %+7.3f", "", before.Record, r.Record-before.Record)
	}
	b.WriteString("\n")
	r.rules(&b, before)
	r.reliability(&b)
	_, err := io.WriteString(w, b.String())
	return err
}

// reliability writes how often values of a confidence are right.
func (r *Report) reliability(b *strings.Builder) {
	fmt.Fprintf(b, "\n%-15s %6s %10s %6s\n", "confidence", "values", "mean", "right")
	for _, x := range r.Tenths {
		fmt.Fprintf(b, "%.1f to %.1f      %6d %10.3f %6.3f\n", x.From, x.From+.1, x.Values, x.Confidence, x.Right)
	}
}

func (r *Report) rules(b *strings.Builder, before *Report) {
	names := make([]string, 0, len(r.Rules))
	for name := range r.Rules {
		names = append(names, name)
	}
	slices.Sort(names)
	fmt.Fprintf(b, "\n%-48s %6s %6s %6s\n", "rule", "right", "taken", "prec")
	for _, name := range names {
		x := r.Rules[name]
		fmt.Fprintf(b, "%-48s %6d %6d %6.3f", name, x.Right, x.Taken, share(x.Right, x.Taken))
		if before != nil {
			was := before.Rules[name]
			fmt.Fprintf(b, "   before %d of %d", was.Right, was.Taken)
		}
		b.WriteByte('\n')
	}
}

// GoldID gives the gold id that a record belongs to: the base name of its path,
// else of its URL, without its extension.
func GoldID(p *record.Page) string {
	at := p.Source.Path
	if at == "" {
		at, _, _ = strings.Cut(p.Source.URL, "#")
	}
	at = at[strings.LastIndexByte(at, '/')+1:]
	for _, ext := range []string{".gz", ".html", ".htm", ".txt"} {
		at = strings.TrimSuffix(at, ext)
	}
	return at
}
