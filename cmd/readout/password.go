package main

import (
	"os"
	"strings"
)

// The password of Kafka stands in one variable or in a file that the other one
// names. It has no flag, since flags show in the list of processes.
const (
	kafkaPasswordEnv     = envPrefix + "KAFKA_PASSWORD"
	kafkaPasswordFileEnv = envPrefix + "KAFKA_PASSWORD_FILE"
)

// kafkaPassword gives the password of Kafka, "" where there is none. The
// newline at the end of a file is no part of it.
func kafkaPassword() (string, error) {
	password, file := os.Getenv(kafkaPasswordEnv), os.Getenv(kafkaPasswordFileEnv)
	switch {
	case file == "":
		return password, nil
	case password != "":
		return "", usage("%s and %s are both set: one is enough", kafkaPasswordEnv, kafkaPasswordFileEnv)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return "", usage("%s: %w", kafkaPasswordFileEnv, err)
	}
	password = strings.TrimSuffix(strings.TrimSuffix(string(data), "\n"), "\r")
	if password == "" {
		return "", usage("%s: %s is empty", kafkaPasswordFileEnv, file)
	}
	return password, nil
}
