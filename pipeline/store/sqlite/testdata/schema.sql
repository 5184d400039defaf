CREATE TABLE pages ( -- a page
  id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  url TEXT NOT NULL,
  path TEXT NOT NULL,
  canonical TEXT NOT NULL,
  retrieved TEXT,
  sha256 TEXT NOT NULL,
  publisher TEXT NOT NULL,
  title TEXT NOT NULL,
  authors TEXT NOT NULL,
  published TEXT NOT NULL,
  language TEXT NOT NULL,
  body_start INTEGER NOT NULL,
  text_sha256 TEXT NOT NULL,
  annotations TEXT NOT NULL,
  extractor_name TEXT NOT NULL,
  extractor_version TEXT NOT NULL,
  extractor_generation INTEGER NOT NULL,
  extractor_model TEXT NOT NULL,
  text TEXT NOT NULL,
  record_sha256 BLOB NOT NULL,
  PRIMARY KEY (id)
) STRICT;
CREATE INDEX pages_url ON pages (url);

CREATE TABLE people ( -- a person named on a page
  page_id TEXT NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  item TEXT NOT NULL,
  name TEXT NOT NULL,
  aliases TEXT NOT NULL,
  country TEXT NOT NULL,
  confidence REAL NOT NULL,
  PRIMARY KEY (page_id, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX people_name ON people (name);

CREATE TABLE roles ( -- a post of a person
  page_id TEXT NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  item TEXT NOT NULL,
  person_n INTEGER,
  title TEXT NOT NULL,
  organization TEXT NOT NULL,
  confidence REAL NOT NULL,
  PRIMARY KEY (page_id, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE organizations ( -- a body named on a page
  page_id TEXT NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  item TEXT NOT NULL,
  name TEXT NOT NULL,
  acronym TEXT NOT NULL,
  country TEXT NOT NULL,
  confidence REAL NOT NULL,
  PRIMARY KEY (page_id, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX organizations_name ON organizations (name);

CREATE TABLE places ( -- a place named on a page
  page_id TEXT NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  item TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  country TEXT NOT NULL,
  confidence REAL NOT NULL,
  PRIMARY KEY (page_id, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX places_name ON places (name);

CREATE TABLE dates ( -- a calendar value on a page
  page_id TEXT NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  item TEXT NOT NULL,
  text TEXT NOT NULL,
  value TEXT NOT NULL,
  first_day TEXT,
  last_day TEXT,
  confidence REAL NOT NULL,
  PRIMARY KEY (page_id, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE counts ( -- a number of people, bodies or things
  page_id TEXT NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  item TEXT NOT NULL,
  value REAL NOT NULL,
  max REAL,
  unit TEXT NOT NULL,
  qualifier TEXT NOT NULL,
  confidence REAL NOT NULL,
  PRIMARY KEY (page_id, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE elections ( -- an election, referendum or vote
  page_id TEXT NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  item TEXT NOT NULL,
  type TEXT NOT NULL,
  body TEXT NOT NULL,
  country TEXT NOT NULL,
  date TEXT NOT NULL,
  first_day TEXT,
  last_day TEXT,
  early INTEGER NOT NULL,
  confidence REAL NOT NULL,
  PRIMARY KEY (page_id, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE statements ( -- words in quotation marks and their speaker
  page_id TEXT NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  item TEXT NOT NULL,
  speaker TEXT NOT NULL,
  quote TEXT NOT NULL,
  confidence REAL NOT NULL,
  PRIMARY KEY (page_id, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX statements_speaker ON statements (speaker);

CREATE TABLE meetings ( -- an encounter that a page tells of
  id TEXT NOT NULL,
  page_id TEXT NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  item TEXT NOT NULL,
  kind TEXT NOT NULL,
  mode TEXT NOT NULL,
  status TEXT NOT NULL,
  date TEXT NOT NULL,
  first_day TEXT,
  last_day TEXT,
  date_basis TEXT NOT NULL,
  place TEXT NOT NULL,
  country TEXT NOT NULL,
  confidence REAL NOT NULL,
  PRIMARY KEY (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX meetings_page_id_n ON meetings (page_id, n);
CREATE INDEX meetings_first_day ON meetings (first_day);

CREATE TABLE participants ( -- a party to a meeting
  meeting_id TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
  page_id TEXT NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  item TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  side INTEGER NOT NULL,
  country TEXT NOT NULL,
  person_n INTEGER,
  confidence REAL NOT NULL,
  PRIMARY KEY (meeting_id, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX participants_page_id ON participants (page_id);
CREATE INDEX participants_name ON participants (name);

CREATE TABLE topics ( -- what a meeting was about
  meeting_id TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
  page_id TEXT NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  topic TEXT NOT NULL,
  PRIMARY KEY (meeting_id, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX topics_page_id ON topics (page_id);

CREATE TABLE evidence ( -- words of a page that prove a value
  page_id TEXT NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
  item TEXT NOT NULL,
  n INTEGER NOT NULL,
  field TEXT NOT NULL,
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  quote TEXT NOT NULL,
  rule TEXT NOT NULL,
  PRIMARY KEY (page_id, item, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE offsets ( -- the next offset to read of a partition that feeds this database
  topic TEXT NOT NULL,
  "partition" INTEGER NOT NULL,
  next INTEGER NOT NULL,
  last_offset INTEGER, -- of the last message stored: by what it is known again
  last_time TEXT,
  last_sha256 BLOB,
  PRIMARY KEY (topic, "partition")
) STRICT, WITHOUT ROWID;

CREATE TABLE dead_letters ( -- a message that was no page record; key and value are its bytes
  topic TEXT NOT NULL,
  "partition" INTEGER NOT NULL,
  message_offset INTEGER NOT NULL,
  reason TEXT NOT NULL,
  error TEXT NOT NULL,
  key BLOB,
  value BLOB,
  PRIMARY KEY (topic, "partition", message_offset)
) STRICT;

CREATE VIEW meeting_people AS -- who took part in which meeting, and in which role
SELECT p.name, p.kind AS participant_kind, p.side, p.country,
  (SELECT group_concat(role, '; ') FROM (
    SELECT title || CASE organization WHEN '' THEN '' ELSE ', ' || organization END AS role
    FROM roles r WHERE r.page_id = p.page_id AND r.person_n = p.person_n ORDER BY r.n)) AS roles,
  m.first_day, m.last_day, m.kind AS meeting_kind, m.mode, m.status, m.place, m.country AS meeting_country,
  p.meeting_id, p.n, g.title, g.url, g.path, p.page_id
FROM participants p JOIN meetings m ON m.id = p.meeting_id JOIN pages g ON g.id = p.page_id;

CREATE VIEW encounters AS -- who met whom: pairs of participants who are not known to be of one side
SELECT a.name AS name_a, b.name AS name_b, m.first_day, m.kind, m.mode, m.status, m.place, m.id AS meeting_id, m.page_id
FROM meetings m JOIN participants a ON a.meeting_id = m.id
JOIN participants b ON b.meeting_id = m.id AND b.n > a.n AND (a.side = 0 OR b.side = 0 OR a.side <> b.side);

PRAGMA application_id = 1919184756;
PRAGMA user_version = 2;
