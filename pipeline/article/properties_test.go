package article

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"readout/pipeline"
)

// checkArticle tests what holds of every article.
func checkArticle(t *testing.T, a *pipeline.Article) {
	t.Helper()
	if !utf8.ValidString(a.Text) || !norm.NFC.IsNormalString(a.Text) {
		t.Errorf("text is not UTF-8 in NFC: %q", a.Text)
	}
	for _, r := range a.Text {
		if r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Z, r) && r != ' ') {
			t.Errorf("text has %U: %q", r, a.Text)
			break
		}
	}
	for i, p := range strings.Split(a.Text, "\n\n") {
		if p == "" || p != strings.TrimSpace(p) || strings.ContainsRune(p, '\n') || strings.Contains(p, "  ") {
			t.Errorf("paragraph %d is not folded: %q", i, p)
		}
	}
	if a.BodyStart < 0 || a.BodyStart >= len(a.Text) || a.BodyStart > 0 && !strings.HasSuffix(a.Text[:a.BodyStart], "\n\n") {
		t.Errorf("body begins at %d of %d", a.BodyStart, len(a.Text))
	}
	want := a.Title
	if a.Dateline.Len() > 0 {
		if a.Dateline.Start < 0 || a.Dateline.End > a.BodyStart {
			t.Fatalf("dateline %v, body begins at %d", a.Dateline, a.BodyStart)
		}
		if want != "" {
			want += "\n\n"
		}
		want += a.Text[a.Dateline.Start:a.Dateline.End]
	}
	if head := strings.TrimSuffix(a.Text[:max(a.BodyStart, 0)], "\n\n"); head != want {
		t.Errorf("before the body: got %q, want title and dateline %q", head, want)
	}
	if a.Authors == nil || a.Language == "" || a.ID == "" || len(a.Source.SHA256) != 64 {
		t.Errorf("authors %v, language %q, id %q, sha256 %q", a.Authors, a.Language, a.ID, a.Source.SHA256)
	}
	if a.Published != "" && parseDate(a.Published, false) != a.Published {
		t.Errorf("published %q", a.Published)
	}
}
