#!/bin/sh
# Fonts for Chinese, Japanese, Korean, Tibetan and emoji as npm has them (SIL Open Font License), into target/fonts.
set -eu
cd "$(dirname "$0")/../../.."
mkdir -p target/fonts
cd target/fonts
for name in noto-sans-sc@0.4.3 noto-sans-jp@0.4.3 noto-sans-kr@0.4.3 noto-serif-tibetan@0.4.2 noto-emoji@0.4.7; do
    file=$(npm pack --silent "@expo-google-fonts/$name")
    tar xzf "$file" --strip-components=2 --wildcards 'package/400Regular/*.ttf'
    rm "$file"
done
