package mdl

import "errors"

func readXLS(data []byte) (*book, error) {
	return nil, errors.New("we do not read .xls, only .xlsx and .csv")
}
