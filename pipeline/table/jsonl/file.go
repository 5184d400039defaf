package jsonl

import (
	"errors"
	"io/fs"
	"os"
)

// file is a file that keeps what it holds until it is written to, and can be
// taken back to where it was whole. Pipes and devices are written as they are.
// A nil file, one that the caller opened, is neither kept nor cut.
type file struct {
	*os.File
	regular bool
	made    bool // by us: it was not there before
	begun   bool // it was written to
	size    int64
	whole   int64 // bytes that make a whole file
}

func openFile(path string) (*file, error) {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	made := err == nil
	if errors.Is(err, fs.ErrExist) {
		f, err = os.OpenFile(path, os.O_WRONLY|os.O_CREATE, 0o666) // O_CREATE: a link to what is not there
	}
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err != nil {
		f.Close()
		return nil, err
	}
	return &file{File: f, regular: info.Mode().IsRegular(), made: made}, nil
}

// begin drops what the file held before.
func (f *file) begin() error {
	if f.begun {
		return nil
	}
	f.begun = true
	if !f.regular {
		return nil
	}
	return f.Truncate(0)
}

// Write writes, the first time over what the file held before.
func (f *file) Write(p []byte) (int, error) {
	if err := f.begin(); err != nil {
		return 0, err
	}
	n, err := f.File.Write(p)
	f.size += int64(n)
	return n, err
}

// keep says that the file is whole as it is.
func (f *file) keep() {
	if f != nil {
		f.whole = f.size
	}
}

// cut takes the file back to where it was whole, and more bytes.
func (f *file) cut(more int) {
	if f != nil && f.regular && f.begun {
		// Where this fails, too, the write's own failure is what matters.
		_ = f.Truncate(f.whole + int64(more))
	}
}

// abandon closes a file that was not written to; one that we made goes.
func (f *file) abandon() error {
	err := f.Close()
	if f.made {
		err = errors.Join(err, os.Remove(f.Name()))
	}
	return err
}
