#!/usr/bin/env bash
# Runs one Apache Kafka broker (KRaft mode, loopback only) for the tests.
#
#   .ci/kafka.sh start     fetches what is missing, starts the broker, waits for it, prints its environment
#   .ci/kafka.sh env       prints the environment of the broker that runs
#   .ci/kafka.sh stop      stops it and removes its data
#   .ci/kafka.sh restart   stops it and starts it again, same ports and data
#   .ci/kafka.sh kill      ends it with SIGKILL; start brings it up again, same ports and data
#   .ci/kafka.sh status    tells whether it runs; exit 1 where it does not
#
# start prints lines for eval, everything else goes to stderr:
#   READOUT_TEST_KAFKA           HOST:PORT, no login
#   READOUT_TEST_KAFKA_SASL      HOST:PORT, login by PLAIN, SCRAM-SHA-256 or SCRAM-SHA-512
#   READOUT_TEST_KAFKA_TLS       HOST:PORT, TLS, no login
#   READOUT_TEST_KAFKA_SASL_TLS  HOST:PORT, TLS and login
#   READOUT_TEST_KAFKA_USER, READOUT_TEST_KAFKA_PASSWORD   the login
#   READOUT_TEST_KAFKA_CA        the certificate that the TLS listeners are signed with, PEM
#   READOUT_TEST_KAFKA_LIBS      the folder of the broker's jars, for Java programs beside it
#
# The jars stay in ${XDG_CACHE_HOME:-~/.cache}/readout-ci. A second broker beside
# the first needs a run folder of its own: READOUT_KAFKA_RUN=DIR .ci/kafka.sh start
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/readout-ci
run=${READOUT_KAFKA_RUN:-$cache/kafka-run}
# The jars of one pom.xml: another version gets another folder.
libs=$cache/kafka-libs-$(cksum <"$here/pom.xml" | cut -d' ' -f1)
user=readout
password=readout-secret

say() { echo "kafka.sh: $*" >&2; }
die() { say "$*"; exit 1; }

# Debian's packages for what a bare machine lacks.
need() {
	local missing=()
	command -v keytool >/dev/null || missing+=(java)
	[ -e "$libs/.complete" ] || command -v mvn >/dev/null || missing+=(maven)
	command -v kcat >/dev/null || missing+=(kcat) # to look into topics by hand
	[ ${#missing[@]} -gt 0 ] || return 0
	say "installing ${missing[*]}"
	apt-get update -qq >&2
	if [ "${missing[0]}" = java ]; then # the broker wants 17 or later
		missing[0]=openjdk-17-jre-headless
		apt-cache show "${missing[0]}" >/dev/null 2>&1 || missing[0]=default-jre-headless
	fi
	DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null ||
		die "cannot install ${missing[*]}"
}

fetch() {
	[ ! -e "$libs/.complete" ] || return 0
	say "fetching the broker's jars by maven into $libs"
	rm -rf "$libs"
	mkdir -p "$libs"
	mvn -q -B -f "$here/pom.xml" dependency:copy-dependencies -DoutputDirectory="$libs" >&2 ||
		die "maven could not fetch the broker"
	touch "$libs/.complete"
}

open_port() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# Five ports that are free, one after another, below the range that the kernel
# gives to clients.
free_ports() {
	local first port
	while :; do
		first=$((20000 + 5 * (RANDOM % 2400)))
		for port in $(seq "$first" $((first + 4))); do
			! open_port "$port" || continue 2
		done
		echo "$first"
		return
	done
}

running() {
	local pid
	pid=$(cat "$run/pid" 2>/dev/null) && [ -r "/proc/$pid/cmdline" ] &&
		tr '\0' ' ' <"/proc/$pid/cmdline" | grep -qF "$run/server.properties"
}

jvm() { java -cp "$libs/*" "$@"; }

# Makes the ports, the certificate, the configuration and the formatted log folder.
create() {
	mkdir -p "$run"
	local plain sasl tls sasl_tls controller
	plain=$(free_ports)
	sasl=$((plain + 1)) tls=$((plain + 2)) sasl_tls=$((plain + 3)) controller=$((plain + 4))
	keytool -genkeypair -alias broker -keyalg EC -groupname secp256r1 -validity 3650 \
		-dname CN=localhost -ext SAN=dns:localhost,ip:127.0.0.1 -ext bc=ca:true \
		-storetype PKCS12 -keystore "$run/broker.p12" -storepass "$password" >/dev/null 2>&1
	keytool -exportcert -rfc -alias broker -keystore "$run/broker.p12" -storepass "$password" \
		>"$run/ca.pem" 2>/dev/null
	cat >"$run/server.properties" <<-PROPERTIES
		process.roles=broker,controller
		node.id=1
		controller.quorum.voters=1@127.0.0.1:$controller
		controller.listener.names=CONTROLLER
		listeners=PLAINTEXT://127.0.0.1:$plain,SASL://127.0.0.1:$sasl,TLS://127.0.0.1:$tls,SASLTLS://127.0.0.1:$sasl_tls,CONTROLLER://127.0.0.1:$controller
		listener.security.protocol.map=PLAINTEXT:PLAINTEXT,SASL:SASL_PLAINTEXT,TLS:SSL,SASLTLS:SASL_SSL,CONTROLLER:PLAINTEXT
		inter.broker.listener.name=PLAINTEXT
		sasl.enabled.mechanisms=PLAIN,SCRAM-SHA-256,SCRAM-SHA-512
		ssl.keystore.type=PKCS12
		ssl.keystore.location=$run/broker.p12
		ssl.keystore.password=$password
		log.dirs=$run/data
		auto.create.topics.enable=false
		num.partitions=3
		offsets.topic.replication.factor=1
		transaction.state.log.replication.factor=1
		transaction.state.log.min.isr=1
		share.coordinator.state.topic.replication.factor=1
		share.coordinator.state.topic.min.isr=1
		group.initial.rebalance.delay.ms=0
		log.cleaner.backoff.ms=200
		log.retention.check.interval.ms=1000
	PROPERTIES
	local listener
	for listener in sasl sasltls; do
		cat >>"$run/server.properties" <<-PROPERTIES
			listener.name.$listener.plain.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required user_$user="$password";
			listener.name.$listener.scram-sha-256.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required;
			listener.name.$listener.scram-sha-512.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required;
		PROPERTIES
	done
	jvm kafka.tools.StorageTool format -t "$(jvm kafka.tools.StorageTool random-uuid)" \
		-c "$run/server.properties" \
		--add-scram "SCRAM-SHA-256=[name=$user,password=$password]" \
		--add-scram "SCRAM-SHA-512=[name=$user,password=$password]" >"$run/format.log" 2>&1 ||
		die "cannot format the log folder: $(tail -n 3 "$run/format.log")"
	cat >"$run/env" <<-ENV
		export READOUT_TEST_KAFKA=127.0.0.1:$plain
		export READOUT_TEST_KAFKA_SASL=127.0.0.1:$sasl
		export READOUT_TEST_KAFKA_TLS=127.0.0.1:$tls
		export READOUT_TEST_KAFKA_SASL_TLS=127.0.0.1:$sasl_tls
		export READOUT_TEST_KAFKA_USER=$user
		export READOUT_TEST_KAFKA_PASSWORD=$password
		export READOUT_TEST_KAFKA_CA=$run/ca.pem
		export READOUT_TEST_KAFKA_LIBS=$libs
	ENV
}

# Starts the broker of the run folder and waits until its last listener accepts.
launch() {
	local pid port
	setsid java -Xmx512m -XX:+UseSerialGC -Dlog4j2.level=WARN -cp "$libs/*" kafka.Kafka "$run/server.properties" \
		>>"$run/broker.log" 2>&1 </dev/null &
	pid=$!
	echo "$pid" >"$run/pid"
	for _ in $(seq 1200); do
		kill -0 "$pid" 2>/dev/null || { say "the broker ended at once: $(tail -n 5 "$run/broker.log")"; return 1; }
		for port in $(sed -n 's/^export READOUT_TEST_KAFKA[A-Z_]*=127.0.0.1:\([0-9]*\)$/\1/p' "$run/env"); do
			open_port "$port" || { sleep 0.1; continue 2; }
		done
		say "the broker runs (process $pid)"
		return
	done
	kill -KILL "$pid"
	die "the broker does not listen after two minutes: $(tail -n 5 "$run/broker.log")"
}

end() { # SIGNAL
	running || return 0
	local pid
	pid=$(cat "$run/pid")
	kill "-$1" "$pid"
	for _ in $(seq 300); do
		kill -0 "$pid" 2>/dev/null || { rm -f "$run/pid"; return 0; }
		sleep 0.1
	done
	say "the broker does not stop: SIGKILL"
	kill -KILL "$pid"
	rm -f "$run/pid"
}

case ${1:-} in
start)
	if ! running; then
		need
		fetch
		if [ -e "$run/env" ]; then
			launch
		else # another program may take one of the ports before the broker does
			{ create && launch; } || { rm -rf "$run"; create; launch; }
		fi
	fi
	cat "$run/env"
	;;
env) running || die "no broker runs"; cat "$run/env" ;;
status) running || die "no broker runs"; say "the broker runs (process $(cat "$run/pid"))" ;;
restart) running || die "no broker runs"; end TERM; launch ;;
kill) end KILL; say "the broker was killed" ;;
stop)
	end TERM
	rm -rf "$run"
	say "the broker is stopped"
	;;
*) sed -n '2,/^set -/{/^set -/d;s/^# \{0,1\}//;p}' "${BASH_SOURCE[0]}" >&2; exit 2 ;;
esac
