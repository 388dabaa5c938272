# Sourced by the scripts beside it: builds the benchmarks, trains the telco bundle, and leaves in
#   home  the checkout     work  a folder that goes away at exit     jars  the class path
set -euo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$home" && mvn -q --batch-mode -ntp -Pfast -pl benchmarks -am package)
jars=$(ls -d "$home"/benchmarks/target/fast/benchmarks)
"$home/holdfast" train "$home/datasets/telco/dataset.yaml" --seed 1 -o "$work/telco.bundle" >/dev/null
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
"$java" -version 2>&1 | head -n 1
nproc | sed 's/$/ processors/'
