// Package eval scores page records against gold files, field by field and
// rule by rule. Its figures are those of the evaluation that the project is
// measured by: micro-averaged precision, recall and F1 over all pages, with
// the rules of a match that Score documents.
package eval

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Gold is what a careful reader found on a page. A field that the file does
// not have is nil and is not scored.
type Gold struct {
	ID            string           `json:"id"`
	People        *[]GoldPerson    `json:"people"`
	Organizations *[]string        `json:"organizations"`
	Dates         *[]GoldDate      `json:"dates"`
	Counts        *[]GoldCount     `json:"counts"`
	Elections     *[]GoldElection  `json:"elections"`
	Meetings      *[]GoldMeeting   `json:"meetings"`
	Statements    *[]GoldStatement `json:"statements"`
	Published     string           `json:"-"` // from index.json
}

// GoldPerson is a person: the fullest name on the page without titles, the ISO
// code of the country that the posts are of ("" for none), and the posts.
type GoldPerson struct {
	Name    string     `json:"name"`
	Country string     `json:"country"`
	Roles   []GoldRole `json:"roles"`
}

// GoldRole is one post: its title in the words of the page, and the body or
// state that it belongs to, "" where the page names none.
type GoldRole struct {
	Title        string `json:"title"`
	Organization string `json:"organization"`
}

// GoldDate is one calendar value: the words, and the day, month, year or range
// in the forms of record.Date.
type GoldDate struct {
	Text  string `json:"text"`
	Value string `json:"value"`
}

// GoldCount is one counted number: from Value to Max where it is a range, of
// Unit; Qualifier is a word of record.Count.
type GoldCount struct {
	Value     float64  `json:"value"`
	Max       *float64 `json:"max"`
	Unit      string   `json:"unit"`
	Qualifier string   `json:"qualifier"`
}

// GoldElection is one vote: the fields are those of record.Election.
type GoldElection struct {
	Type    string `json:"type"`
	Body    string `json:"body"`
	Country string `json:"country"`
	Date    string `json:"date"`
	Early   bool   `json:"early"`
}

// GoldMeeting is one encounter: the words of Kind, Mode and Status and the form of
// Date are those of record.Meeting.
type GoldMeeting struct {
	Kind         string            `json:"kind"`
	Mode         string            `json:"mode"`
	Status       string            `json:"status"`
	Date         string            `json:"date"`
	Place        string            `json:"place"`
	Participants []GoldParticipant `json:"participants"`
	Topics       []string          `json:"topics"`
}

// GoldParticipant is a party of an encounter: a name of the page, and a kind of
// record.Participant.
type GoldParticipant struct {
	Name string `json:"name"`
	Kind string `json:"kind"`
}

// GoldStatement is one quotation: its speaker and its first words.
type GoldStatement struct {
	Speaker string `json:"speaker"`
	Begins  string `json:"begins"`
}

// Part is a share of the pages of a gold set.
type Part string

// Parts: two fifths of the pages, drawn by the hash of their ids, are hidden
// from whoever writes rules, so that their score shows what unseen pages give.
const (
	All    Part = "all"
	Open   Part = "open"
	Hidden Part = "hidden"
)

// Has tells whether the page of a gold id belongs to the part. The seed page is open to all.
func (p Part) Has(id string) bool {
	hidden := id != "seed" && sha256.Sum256([]byte(id))[0] < 102
	return p == All || hidden == (p == Hidden)
}

// Load reads the gold files DIR/gold/ID.json of a part, sorted by id, with
// the publication dates of DIR/index.json where there is one.
func Load(dir string, part Part) ([]Gold, error) {
	paths, err := filepath.Glob(filepath.Join(dir, "gold", "*.json"))
	if err != nil {
		return nil, fmt.Errorf("gold set %s: %w", dir, err)
	}
	slices.Sort(paths)
	published, err := loadIndex(filepath.Join(dir, "index.json"))
	if err != nil {
		return nil, fmt.Errorf("gold set %s: %w", dir, err)
	}
	var out []Gold
	for _, path := range paths {
		id := strings.TrimSuffix(filepath.Base(path), ".json")
		if !part.Has(id) {
			continue
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, fmt.Errorf("gold set %s: %w", dir, err)
		}
		g := Gold{}
		if err := json.Unmarshal(data, &g); err != nil {
			return nil, fmt.Errorf("gold file %s: %w", path, err)
		}
		g.ID, g.Published = id, published[id]
		out = append(out, g)
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("gold set %s: no files gold/ID.json in the part %q", dir, part)
	}
	return out, nil
}

func loadIndex(path string) (map[string]string, error) {
	data, err := os.ReadFile(path)
	if os.IsNotExist(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var list []struct {
		ID        string `json:"id"`
		Published string `json:"published"`
		Date      string `json:"date"`
	}
	if err := json.Unmarshal(data, &list); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	out := map[string]string{}
	for _, x := range list {
		if out[x.ID] = x.Published; x.Published == "" {
			out[x.ID] = x.Date
		}
	}
	return out, nil
}
