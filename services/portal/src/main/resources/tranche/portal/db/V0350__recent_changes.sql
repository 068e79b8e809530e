-- What happened since somebody's last visit is counted on each overview: by time, without a walk through what was before.
create index timeline_change_recent on timeline_change (project_id, recorded_at);
create index raise_change_recent on raise_change (programme_id, recorded_at);
