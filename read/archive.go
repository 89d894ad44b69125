package read

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/read/docx"
)

// What an archive may hold. A file that unpacks to more than highestRatio
// times its packed size is taken for a bomb.
const (
	largestUnpacked = 512 << 20
	largestFile     = 128 << 20
	highestRatio    = 400
	mostFiles       = 5000
	deepestArchive  = 2
)

// An unpacker reads the files of an archive within what is left of its bounds.
type unpacker struct {
	bytes int64
	files int
}

// archive reads every file of an archive. A file that cannot be read is an
// error and does not keep the others from being read.
func (u *unpacker) archive(name string, z *zip.Reader, depth int) ([]*entente.Document, error) {
	var docs []*entente.Document
	var errs []error
	for _, f := range z.File {
		base := path.Base(strings.ReplaceAll(f.Name, `\`, "/"))
		if f.FileInfo().IsDir() || strings.HasPrefix(base, ".") || strings.HasPrefix(f.Name, "__MACOSX/") {
			continue
		}
		if u.files--; u.files < 0 {
			errs = append(errs, bad(name, "", fmt.Errorf("the archive holds more than %d files; the others were not read", mostFiles)))
			break
		}
		data, err := u.unpack(f)
		if err != nil {
			errs = append(errs, bad(name, "cannot unpack "+f.Name, err))
			continue
		}
		found, err := u.read(base, data, depth)
		docs = append(docs, found...)
		if err != nil {
			errs = append(errs, err)
		}
	}
	if len(docs) == 0 && len(errs) == 0 {
		errs = append(errs, bad(name, "the archive is empty", nil))
	}
	return docs, errors.Join(errs...)
}

// read reads a file out of an archive; an archive in it is opened once more.
func (u *unpacker) read(name string, data []byte, depth int) ([]*entente.Document, error) {
	if !bytes.HasPrefix(data, []byte("PK\x03\x04")) {
		return Read(name, data)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	switch {
	case err != nil:
		return nil, bad(name, "the archive is damaged", err)
	case docx.Is(z):
		return Read(name, data)
	case depth+1 >= deepestArchive:
		return nil, bad(name, "archives are nested too deep", nil)
	}
	return u.archive(name, z, depth+1)
}

func (u *unpacker) unpack(f *zip.File) ([]byte, error) {
	in, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer in.Close()
	limit := min(u.bytes, largestFile, 1<<20+int64(f.CompressedSize64)*highestRatio)
	data, err := io.ReadAll(io.LimitReader(in, limit+1))
	if err != nil {
		return nil, err
	}
	if int64(len(data)) > limit {
		return nil, errors.New("it unpacks to more than is read")
	}
	u.bytes -= int64(len(data))
	return data, nil
}
