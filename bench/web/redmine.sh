#!/usr/bin/env bash
# redmine.sh SOCKET_DIRECTORY PORT WORK_DIRECTORY: Debian's Redmine on the cluster of the bench, as Debian's own README prescribes (Apache, Passenger),
# with 10 projects of 500 issues. An instance of its own: an installed Redmine is not touched.
set -euo pipefail
socket=$1
port=$2
work=$3
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
instance=namro-bench
export REDMINE_INSTANCE=$instance REDMINE_LANG=vi RAILS_ENV=production

mkdir -p "/etc/redmine/$instance" "/var/lib/redmine/$instance/files" "/var/lib/redmine/$instance/public" "/var/log/redmine/$instance" \
  "/var/cache/redmine/$instance/tmp" "/var/cache/redmine/$instance/plugin_assets" "$work"
ln -sfn "/etc/redmine/$instance" "/var/lib/redmine/$instance/config"
ln -sfn "/var/log/redmine/$instance" "/var/lib/redmine/$instance/log"
ln -sfn "/var/cache/redmine/$instance/tmp" "/var/lib/redmine/$instance/tmp"
ln -sfn "/var/cache/redmine/$instance/plugin_assets" "/var/lib/redmine/$instance/public/plugin_assets"
cat >"/etc/redmine/$instance/database.yml" <<YML
production:
  adapter: postgresql
  database: redmine
  host: $socket
  username: redmine
  encoding: utf8
YML
[ -s "/etc/redmine/$instance/secret_key.txt" ] || head -c 40 /dev/urandom | sha256sum | cut -d' ' -f1 >"/etc/redmine/$instance/secret_key.txt"
chown -R www-data:www-data "/var/lib/redmine/$instance" "/var/log/redmine/$instance" "/var/cache/redmine/$instance"
chown root:www-data "/etc/redmine/$instance"/*
chmod 640 "/etc/redmine/$instance"/*

as_redmine() { (cd /usr/share/redmine && runuser -u www-data -- env HOME=/tmp REDMINE_INSTANCE=$instance RAILS_ENV=production REDMINE_LANG=vi "$@"); }
as_redmine env SCHEMA=/tmp/namro-redmine-schema.rb bundle exec rake db:migrate >"$work/redmine-migrate.log" 2>&1
as_redmine bundle exec rake redmine:load_default_data >>"$work/redmine-migrate.log" 2>&1
as_redmine bundle exec rails runner "$here/redmine_data.rb"

cat >"$work/apache.conf" <<CONF
ServerRoot /etc/apache2
PidFile $work/apache.pid
Listen 127.0.0.1:$port
ServerName localhost
User www-data
Group www-data
ErrorLog $work/apache-error.log
Include /etc/apache2/mods-available/mpm_event.load
Include /etc/apache2/mods-available/mpm_event.conf
Include /etc/apache2/mods-available/authz_core.load
Include /etc/apache2/mods-available/access_compat.load
Include /etc/apache2/mods-available/authz_host.load
Include /etc/apache2/mods-available/alias.load
Include /etc/apache2/mods-available/dir.load
Include /etc/apache2/mods-available/env.load
Include /etc/apache2/mods-available/mime.load
Include /etc/apache2/mods-available/mime.conf
Include /etc/apache2/mods-available/filter.load
Include /etc/apache2/mods-available/deflate.load
Include /etc/apache2/mods-available/deflate.conf
Include /etc/apache2/mods-available/passenger.load
Include /etc/apache2/mods-available/passenger.conf
<VirtualHost 127.0.0.1:$port>
  RailsEnv production
  SetEnv REDMINE_INSTANCE "$instance"
  SetEnv X_DEBIAN_SITEID "$instance"
  PassengerAppGroupName redmine_$instance
  PassengerDefaultUser www-data
  PassengerRestartDir /var/cache/redmine/$instance/tmp/
  Alias "/plugin_assets/" /var/cache/redmine/$instance/plugin_assets/
  DocumentRoot /usr/share/redmine/public
  <Directory "/usr/share/redmine/public">
    Allow from all
    Options -MultiViews
    Require all granted
  </Directory>
</VirtualHost>
CONF
apache2 -f "$work/apache.conf" -k start
