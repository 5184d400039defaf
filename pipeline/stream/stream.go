// Package stream carries records over Kafka: where a cluster is and how to
// log in (URL), a producer of page records, meeting records and dead letters,
// a reader of partitions that a database is fed from, the feeding itself, and
// an in-process broker to try all that without Kafka. It is the only package
// that knows a Kafka library.
//
// Nothing here reads flags, the environment or configuration. Delivery to
// Kafka is at least once with identical bytes; what a consumer keeps by key and
// revision is therefore the same after any number of repeats.
package stream

import (
	"time"
)

// Topic is one of the four topics of a prefix.
type Topic string

// Topics of a prefix.
const (
	Work     Topic = "work"     // work items; key: page id
	Pages    Topic = "pages"    // page records; key: page id; compacted: the state of the archive
	Meetings Topic = "meetings" // meeting records; key: meeting id
	Rejects  Topic = "rejects"  // dead letters: original bytes; key: page id
)

// AllTopics lists the topics of a prefix.
func AllTopics() []Topic { return []Topic{Work, Pages, Meetings, Rejects} }

// DefaultPrefix is the prefix of a URL that names none.
const DefaultPrefix = "readout"

// DefaultPartitions is how many partitions a topic is created with where
// nobody says how many.
const DefaultPartitions = 3

const (
	clientID = "readout"

	// dialTimeout bounds one connection: TCP, TLS and login.
	dialTimeout = 4 * time.Second

	// handshakeTimeout bounds TLS: a broker that does not speak it may wait
	// for more, and what is left of dialTimeout finds that out.
	handshakeTimeout = 3 * time.Second

	// checkTimeout bounds all that is asked at the start: the user is told
	// within ten seconds.
	checkTimeout = 9 * time.Second

	// requestTimeout bounds one request and its answer.
	requestTimeout = 3 * time.Second

	// metadataAge is how old the client's knowledge of leaders and
	// partitions may grow: a leader change shows as a pause of at most this.
	metadataAge = 2 * time.Second
)
