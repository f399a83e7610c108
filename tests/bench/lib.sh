# Shared by the benchmarks of the live endpoint: servers have core 0, the load client has core 1. The scripts have
# set `scratch`, a folder of theirs, and `started`, an array of what they kill when they end.

# stand_nginx ANSWER: nginx serves this file at $nginx_url; its one worker is $nginx.
stand_nginx() {
  local port=$((20000 + RANDOM % 10000)) # below those that a system gives to whoever asks for any
  mkdir -p "$scratch/nginx/root"
  cp "$1" "$scratch/nginx/root/answer.json"
  cat >"$scratch/nginx/conf" <<CONF
user $(id -un) $(id -gn); worker_processes 1; daemon off; pid $scratch/nginx/pid; error_log $scratch/nginx/error.log;
events { worker_connections 11000; }
http { access_log off; keepalive_requests 1000000; client_body_temp_path $scratch/nginx/b;
  proxy_temp_path $scratch/nginx/p; fastcgi_temp_path $scratch/nginx/f; uwsgi_temp_path $scratch/nginx/u;
  scgi_temp_path $scratch/nginx/s;
  server { listen 127.0.0.1:$port backlog=4096;
    location / { root $scratch/nginx/root; default_type application/json; } } }
CONF
  nginx -c "$scratch/nginx/conf" -e "$scratch/nginx/error.log" &
  started+=($!)
  nginx_url="http://127.0.0.1:$port/answer.json"
  until curl -s -o "$scratch/nginx/answer" "$nginx_url"; do
    kill -0 "${started[-1]}" || return 1
    sleep 0.1
  done
  cmp "$1" "$scratch/nginx/answer" || return 1
  nginx=$(pgrep -P "${started[-1]}")
}

# on_core CORE PID: all its threads.
on_core() { taskset -acp "$1" "$2" >/dev/null; }

# load URL PID: "REQUESTS/S P50 P99 CPU", the times in microseconds; CPU is what the server spent on an answer.
load() {
  local before after
  before=$(cpu_ticks "$2")
  taskset -c 1 wrk -t1 -c64 -d3s --latency "$1" >"$scratch/wrk"
  after=$(cpu_ticks "$2")
  awk -v cpu="$(((after - before) * (1000000 / $(getconf CLK_TCK))))" '
    function us(t) { return t ~ /us$/ ? t + 0 : t ~ /ms$/ ? t * 1000 : t * 1000000 }
    /Non-2xx|Socket errors/ { print "not all was answered:" $0 > "/dev/stderr" }
    / 50% / { p50 = us($2) }
    / 99% / { p99 = us($2) }
    / requests in / { n = $1 }
    /Requests\/sec/ { printf "%.0f %.0f %.0f %.1f\n", $2, p50, p99, cpu / n }' "$scratch/wrk"
}
cpu_ticks() { awk '{ print $14 + $15 }' "/proc/$1/stat"; } # no name of ours has a space in it

# median FILE: the line in the middle, by its first number.
median() { sort -n "$1" | awk '{ line[NR] = $0 } END { print line[int((NR + 1) / 2)] }'; }
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }
