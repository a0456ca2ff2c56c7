#!/bin/sh
# Checks an evidence bundle with nothing but openssl, xxd and the tools of a POSIX shell, so that nobody's program has to be
# trusted. Run in the bundle, or name its directory:   sh tools/verify.sh [DIRECTORY] [VKEY]
# VKEY: the log's key, name+id+base64, as printed in the minutes; otherwise the bundle's own is used, and that is said.
# Levels: L0 files, L1 events, L2 tree, L3 the log's signature, L7 what is shown of commitments. The others are not run.
# With STOP=1 in the environment it ends at the first thing that is wrong.
# Exit codes: 0 what was run holds, 1 wrong use, 2 tampering, 3 the key is only the bundle's own.
LC_ALL=C
export LC_ALL
cd "${1:-.}" || exit 1
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
bad=0
tampered() {
  printf 'L%s  TAMPERED    %s\n' "$1" "$2"
  bad=1
  [ -z "$STOP" ] || exit 2
}
ok() { printf 'L%s  OK          %s\n' "$1" "$2"; }
sha() { openssl dgst -sha256 -binary "$@"; }
base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }
unbase64url() {
  text=$(tr -- '-_' '+/')
  case $((${#text} % 4)) in 2) text="$text==" ;; 3) text="$text=" ;; esac
  printf '%s' "$text" | openssl base64 -d -A
}

# L0: the files are those that are listed, and the list is the one whose hash is stated.
if [ "$(cat SHA256SUMS.sha256 2>&1; echo .)" = "$(openssl dgst -sha256 -r SHA256SUMS 2>/dev/null | cut -c1-64)  SHA256SUMS
." ]; then
  find . -type f ! -name SHA256SUMS ! -name SHA256SUMS.sha256 | sed 's|^\./||' | sort >"$work/there"
  cut -c67- SHA256SUMS | sort >"$work/listed"
  if [ "$(wc -l <SHA256SUMS)" != "$(grep -cE '^[0-9a-f]{64}  [A-Za-z0-9_./-]+$' SHA256SUMS)" ]; then
    tampered 0 'SHA256SUMS is out of form'
  elif ! cmp -s "$work/there" "$work/listed"; then
    tampered 0 'the files are not those that are listed'
  else
    tr '\n' '\0' <"$work/there" | xargs -0 openssl dgst -sha256 -r | sed 's/ \*/  /' | sort >"$work/sums"
    sort SHA256SUMS >"$work/stated"
    if cmp -s "$work/sums" "$work/stated"; then ok 0 "$(wc -l <"$work/there") files"; else tampered 0 'a file is not the one that is listed'; fi
  fi
else
  tampered 0 'SHA256SUMS.sha256 is not the hash of SHA256SUMS'
fi

# L3: the log has signed the checkpoint: Ed25519 over the text up to the empty line.
sed '/^$/,$d' checkpoint >"$work/text" 2>/dev/null
origin=$(sed -n 1p "$work/text")
size=$(sed -n 2p "$work/text")
root=$(sed -n 3p "$work/text")
vkey=${2:-$(sed -n 's/^log //p' policy.txt 2>/dev/null | tail -n 1)}
keyid=$(printf '%s' "$vkey" | sed 's/.*+\([0-9a-f]\{8\}\)+.*/\1/')
printf '%s' "$vkey" | sed 's/.*+[0-9a-f]\{8\}+//' | openssl base64 -d -A 2>/dev/null >"$work/typed"
{ printf '302a300506032b6570032100' | xxd -r -p; tail -c +2 "$work/typed"; } >"$work/key.der"
signed=1
grep '^— ' checkpoint 2>/dev/null | grep -F -- "— $origin " | sed 's/.* //' >"$work/signatures"
while read -r line; do
  printf '%s' "$line" | openssl base64 -d -A 2>/dev/null >"$work/signature"
  [ "$(head -c 4 "$work/signature" | xxd -p)" = "$keyid" ] || continue
  [ "$(openssl base64 -A <"$work/signature")" = "$line" ] || continue
  tail -c +5 "$work/signature" >"$work/raw"
  openssl pkeyutl -verify -rawin -pubin -keyform DER -inkey "$work/key.der" -sigfile "$work/raw" -in "$work/text" >/dev/null 2>&1 && signed=0
done <"$work/signatures"
if [ "$signed" = 0 ]; then ok 3 "$origin has signed a tree of $size leaves"; else tampered 3 'the checkpoint is not signed by the log'; fi
case $size in '' | *[!0-9]*) size=0 ;; esac

# L2: leaf = SHA-256(0x00, entry), node = SHA-256(0x01, left, right); the tree of all leaves has the signed root.
: >"$work/hashes"
: >"$work/leaves"
: >"$work/tiles"
seen=0
broken=0
bundle=0
while [ "$seen" -lt "$size" ] && [ "$broken" = 0 ]; do
  name=$(printf '%03d' $((bundle % 1000)))
  high=$((bundle / 1000))
  while [ "$high" -gt 0 ]; do
    name="x$(printf '%03d' $((high % 1000)))/$name"
    high=$((high / 1000))
  done
  width=$((size - seen))
  if [ "$width" -ge 256 ]; then width=256; else name="$name.p/$width"; fi
  if [ ! -f "tile/entries/$name" ]; then broken=1; break; fi
  cat "tile/0/$name" >>"$work/tiles" 2>/dev/null
  xxd -p "tile/entries/$name" | tr -d '\n' >"$work/hex"
  hex=$(cat "$work/hex")
  count=0
  while [ -n "$hex" ]; do
    rest=${hex#????}
    length=$((0x${hex%"$rest"} * 2))
    if [ "$length" -le 0 ] || [ "$length" -gt "${#rest}" ]; then broken=1; break; fi
    entry=$(printf '%s' "$rest" | cut -c "1-$length")
    hex=$(printf '%s' "$rest" | cut -c "$((length + 1))-")
    printf '%s' "$entry" | xxd -r -p >>"$work/leaves"
    echo >>"$work/leaves"
    printf '00%s' "$entry" | xxd -r -p | sha | xxd -p -c 32 >>"$work/hashes"
    count=$((count + 1))
  done
  [ "$count" = "$width" ] || broken=1
  seen=$((seen + count))
  bundle=$((bundle + 1))
done
if [ "$broken" = 0 ] && [ "$seen" -gt 0 ]; then
  xxd -r -p "$work/hashes" | cmp -s - "$work/tiles" || tampered 2 'the hashes in tile/0 are not those of the leaves'
  # Level by level; a hash without a right neighbour goes up as it is, which is RFC 6962's tree.
  while [ "$(wc -l <"$work/hashes")" -gt 1 ]; do
    paste -d ' ' - - <"$work/hashes" | while read -r left right; do
      if [ -n "$right" ]; then printf '01%s%s' "$left" "$right" | xxd -r -p | sha | xxd -p -c 32; else echo "$left"; fi
    done >"$work/above"
    mv "$work/above" "$work/hashes"
  done
  found=$(xxd -r -p "$work/hashes" | openssl base64 -A)
  if [ "$found" = "$root" ]; then ok 2 "$size leaves make the signed root"; else tampered 2 'the leaves do not make the signed root'; fi
else
  tampered 2 'the leaves cannot be read'
fi

# L1 and L7: each line of events.jsonl against its leaf, and each text shown against its commitment.
wrong=''
lied=''
number=0
if [ "$(wc -l <events.jsonl 2>/dev/null)" = "$size" ] && [ "$seen" = "$size" ]; then
  exec 3<"$work/leaves"
  while IFS= read -r line; do
    IFS= read -r leaf <&3
    printf '%s' "$line" | sed -n 's/^{"disclosures":{[^}]*},"event":{"data":\(.*\),"eventId":"[0-9a-f-]*","metadata":{.*$/\1/p' | tr -d '\n' >"$work/data"
    printf '%s' "$line" | sed -n 's/^.*,"eventId":"[0-9a-f-]*","metadata":\({.*}\),"revision":[0-9]*,"stream":.*$/\1/p' | tr -d '\n' >"$work/metadata"
    rest=$(printf '%s' "$line" | sed -n 's/^.*,"eventId":"\([0-9a-f-]*\)","metadata":{.*},"revision":\([0-9]*\),"stream":"\([^"]*\)","type":"\([^"]*\)"},"seq":'"$number"',"undisclosed":{.*}}$/"id":"\1" "rev":\2, "stream":"\3" "type":"\4"/p')
    [ -n "$rest" ] || wrong='a line is out of form, or not in its place'
    number=$((number + 1))
    for part in "\"dataHash\":\"$(sha "$work/data" | base64url)\"" "\"metaHash\":\"$(sha "$work/metadata" | base64url)\"" $rest; do
      case $leaf in *"$part"*) ;; *) wrong='an event is not the one the log bound' ;; esac
    done
    printf '%s\n' "$line" | sed -n 's/^{"disclosures":{\([^}]*\)},"event":.*$/\1/p' | tr ',' '\n' | sed -n 's/^"\([^"]*\)":"\([^"]*\)"$/\1 \2/p' >"$work/shown"
    while read -r pointer disclosure; do
      digest=$(printf '%s' "$disclosure" | sha | base64url)
      grep -qF "{\"_sd\":\"$digest\"}" "$work/data" || lied='a text is shown that the log did not bind'
      case $(printf '%s' "$disclosure" | unbase64url 2>/dev/null) in
        '["'*'","'"$pointer"'","'*) ;;
        *) lied='a text is shown in a place that is not its own' ;;
      esac
    done <"$work/shown"
  done <events.jsonl
  exec 3<&-
else
  wrong='there are not as many events as leaves'
fi
if [ -z "$wrong" ]; then ok 1 "$size events are those the log bound"; else tampered 1 "$wrong"; fi
if [ -z "$lied" ]; then ok 7 'what is shown opens its commitments; what is hidden was not examined'; else tampered 7 "$lied"; fi
for level in '4  (earlier checkpoints)' '5  (streams and times)' '6  (replay)' '8  (minutes)'; do echo "L${level%% *}  NOT RUN     ${level#*  }"; done
[ "$bad" = 0 ] || exit 2
[ -n "$2" ] && exit 0
echo 'The key is the bundle’s own: compare it with the one printed in the minutes.'
exit 3
