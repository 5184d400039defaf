package pipeline

// MaxPageBytes is how many bytes of a page are read, counted after content
// decoding and gunzipping; a longer page is rejected as too_large. The longest
// press pages with their scripts have 2 MB.
const MaxPageBytes = 8 << 20
