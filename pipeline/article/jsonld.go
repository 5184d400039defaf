package article

import (
	"encoding/json"
	"html"
	"strings"
)

// thing is an article as a page's JSON-LD describes it (schema.org).
type thing struct {
	headline  string
	authors   []string
	published string
	created   string
	publisher string
	language  string
	body      string // articleBody
	article   bool   // its type is an article, not merely a page
}

// parseLD gives the articles and pages that a JSON-LD script describes,
// articles first. What is not JSON gives none.
func parseLD(script string) []thing {
	var v any
	if json.Unmarshal([]byte(script), &v) != nil && json.Unmarshal([]byte(mendJSON(script)), &v) != nil {
		return nil
	}
	c := ldReader{byID: map[string]map[string]any{}}
	c.index(v, 0)
	c.collect(v, 0)
	return append(c.articles, c.pages...)
}

// mendJSON takes off what pages put around JSON (comment marks, a semicolon)
// and raw line ends inside its strings.
func mendJSON(s string) string {
	s = strings.TrimSpace(s)
	for _, mark := range []string{"<!--", "//<![CDATA[", "<![CDATA[", "/*<![CDATA[*/"} {
		s = strings.TrimSpace(strings.TrimPrefix(s, mark))
	}
	for _, mark := range []string{"-->", "//]]>", "]]>", "/*]]>*/", ";"} {
		s = strings.TrimSpace(strings.TrimSuffix(s, mark))
	}
	return strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, s)
}

// ldReader walks JSON-LD; its depth is limited because its writers are not us.
type ldReader struct {
	byID     map[string]map[string]any
	articles []thing
	pages    []thing
}

const ldDepth = 12

func (c *ldReader) index(v any, depth int) {
	if depth > ldDepth {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			c.index(x, depth+1)
		}
	case map[string]any:
		if id, ok := v["@id"].(string); ok && len(v) > len(c.byID[id]) {
			c.byID[id] = v
		}
		c.index(v["@graph"], depth+1)
	}
}

func (c *ldReader) collect(v any, depth int) {
	if depth > ldDepth || len(c.articles)+len(c.pages) > 64 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			c.collect(x, depth+1)
		}
	case map[string]any:
		article, page := kind(v["@type"])
		switch {
		case article:
			t := c.thing(v)
			t.article = true
			c.articles = append(c.articles, t)
		case page:
			c.pages = append(c.pages, c.thing(v))
		}
		if !article {
			c.collect(v["mainEntity"], depth+1)
			c.collect(v["@graph"], depth+1)
		}
	}
}

// kind tells whether a @type is one of schema.org's articles or web pages.
func kind(v any) (article, page bool) {
	switch v := v.(type) {
	case string:
		name := v[strings.LastIndexAny(v, "/:")+1:]
		return strings.HasSuffix(name, "Article") || strings.HasSuffix(name, "BlogPosting") || name == "Report" || name == "SocialMediaPosting",
			name == "WebPage" || name == "ItemPage"
	case []any:
		for _, x := range v {
			if s, ok := x.(string); ok {
				a, p := kind(s)
				article, page = article || a, page || p
			}
		}
	}
	return article, page
}

func (c *ldReader) thing(m map[string]any) thing {
	return thing{
		headline:  text(or2(m["headline"], m["name"])),
		authors:   c.names(or2(m["author"], m["creator"]), 0),
		published: text(m["datePublished"]),
		created:   text(m["dateCreated"]),
		publisher: strings.Join(c.names(m["publisher"], 0), ", "),
		language:  text(m["inLanguage"]),
		body:      raw(m["articleBody"]),
	}
}

func or2(a, b any) any {
	if a == nil || a == "" {
		return b
	}
	return a
}

// names gives the names of the persons or bodies that a value stands for: a
// string, an object with a name, a reference to one, or a list of these.
func (c *ldReader) names(v any, depth int) []string {
	if depth > ldDepth {
		return nil
	}
	switch v := v.(type) {
	case string:
		if s := text(v); s != "" {
			return []string{s}
		}
	case []any:
		var out []string
		for _, x := range v {
			if out = append(out, c.names(x, depth+1)...); len(out) > 64 {
				break
			}
		}
		return out
	case map[string]any:
		if n := c.names(v["name"], depth+1); len(n) > 0 {
			return n
		}
		if id, ok := v["@id"].(string); ok && depth < ldDepth {
			if m := c.byID[id]; m != nil && m["name"] != nil {
				return c.names(m["name"], depth+1)
			}
		}
	}
	return nil
}

// text gives a string value of the length of a field, its HTML escapes
// resolved, folded.
func text(v any) string {
	s := raw(v)
	if len(s) > maxField {
		return ""
	}
	return fold(html.UnescapeString(s))
}

func raw(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case []any:
		if len(v) > 0 {
			return raw(v[0])
		}
	case map[string]any:
		return raw(or2(v["@value"], v["name"]))
	}
	return ""
}
