#!/bin/sh
# Lints and formats the contracts and compares them with the committed image. Needs node and npm; and, once, the .NET SDK for Google's protos.
set -eu
cd "$(dirname "$0")"
if [ ! -d google-common/google ]; then
  dotnet build ../services/platform/contracts -restore -t:CopyCommonProtos -v:q -nologo
fi
if [ ! -x node_modules/.bin/buf ]; then
  npm install --silent --no-audit --no-fund --no-package-lock
fi
buf=node_modules/.bin/buf
"$buf" lint --path slaplatform
"$buf" format --diff --exit-code --path slaplatform
"$buf" breaking --path slaplatform --against baseline.binpb
