package names

import "strings"

// organizations ties the mentions of one body together.
func (b *builder) organizations() {
	b.bodyOf = map[string]*Body{}
	for _, it := range b.items {
		switch it.kind {
		case kBody:
			b.mention(it.first, it.last, "head-noun")
		case kPost:
			if o := b.posts[it.ref].own; o.ok() && !o.place {
				b.mention(o.first, o.last, "owner-of-post")
			}
		}
	}
}

func (b *builder) mention(first, last int, rule string) *Body {
	if b.tok[first].low == "the" {
		first++
	}
	key := b.key(first, last)
	body := b.bodyOf[key]
	if body == nil {
		body = &Body{Name: b.text(first, last)}
		b.bodyOf[key] = body
		b.out.Bodies = append(b.out.Bodies, body)
	}
	body.Mentions = append(body.Mentions, Mention{b.span(first, last), rule})
	if i := last; i+2 < len(b.tok) && b.tok[i].text == "(" && b.tok[i+2].text == ")" && b.tok[i+1].shape == upper {
		body.Acronym = b.tok[i+1].text
		b.bodyOf[b.tok[i+1].low] = body
	}
	return body
}

// roles makes the posts of the persons.
func (b *builder) roles(ties []tie) {
	for _, t := range ties {
		person := b.personOf[t.person]
		c := &b.posts[b.items[t.post].ref]
		p := &Post{Title: b.title(c), TitleSpan: b.span(c.core, c.coreEnd), Span: b.span(c.first, c.last), Rule: t.rule}
		if c.own.ok() {
			p.Organization = b.ownerName(c.own)
			p.OrganizationSpan = b.span(c.own.first, c.own.last)
			if !c.own.place {
				if body := b.bodyOf[b.key(c.own.first, c.own.last)]; body != nil {
					p.Organization = body.Name
				}
			}
			if person.Country == "" {
				person.Country, person.CountrySpan, person.CountryRule = c.own.iso, p.OrganizationSpan, "country-of-organization"
			}
		}
		if !hasPost(person, p) {
			person.Posts = append(person.Posts, p)
		}
	}
}

func hasPost(person *Person, p *Post) bool {
	for _, q := range person.Posts {
		if strings.EqualFold(q.Title, p.Title) && (q.Organization == p.Organization || p.Organization == "" || q.Organization == "") {
			if q.Organization == "" {
				q.Organization, q.OrganizationSpan = p.Organization, p.OrganizationSpan
			}
			return true
		}
	}
	return false
}
