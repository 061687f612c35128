# 10 private projects x 500 issues with 3 journals each, 50 users, one of whom ("thu") is measured. Fixed seed.
exit if Project.count >= 10
random = Random.new(57)
words = %w[kế hoạch chuyển đổi số dịch vụ công trực tuyến người dân phường báo cáo tiến độ hồ sơ tập huấn cán bộ dữ liệu hạ tầng sáng kiến]
sentence = ->(count) { Array.new(count) { words[random.rand(words.size)] }.join(' ').capitalize }
ActionMailer::Base.perform_deliveries = false
Setting.notified_events = []
Setting.per_page_options = '25,50,100'
users = (0..49).map do |number|
  user = User.new(firstname: "Cán bộ #{number}", lastname: "Nguyễn Văn", mail: "u#{number}@phuong.example", language: 'vi', status: 1)
  user.login = number.zero? ? 'thu' : "u#{number}"
  user.password = user.password_confirmation = 'Mat-khau-thu-1234'
  user.save!
  user
end
role = Role.givable.first
trackers = Tracker.all.to_a
statuses = IssueStatus.all.to_a
priorities = IssuePriority.all.to_a
10.times do |number|
  project = Project.create!(name: "Phường #{number}", identifier: "phuong-#{number}", is_public: false, trackers: trackers,
                            enabled_module_names: %w[issue_tracking calendar gantt])
  members = ([users[0]] + users[1..].sample(24, random: random)).uniq
  members.each { |user| Member.create!(project: project, user_id: user.id, roles: [role]) }
  rows = Array.new(500) do
    status = statuses[random.rand(statuses.size)]
    { project_id: project.id, tracker_id: trackers[random.rand(trackers.size)].id, status_id: status.id, priority_id: priorities[random.rand(priorities.size)].id,
      author_id: members[random.rand(members.size)].id, assigned_to_id: members[random.rand(members.size)].id, subject: sentence.call(10),
      description: sentence.call(60), start_date: Date.new(2026, 1, 1) + random.rand(100), due_date: Date.new(2026, 4, 15) + random.rand(200),
      done_ratio: 10 * random.rand(11), created_on: Time.now, updated_on: Time.now, lft: 1, rgt: 2, lock_version: 0, is_private: false }
  end
  Issue.insert_all!(rows)
end
ActiveRecord::Base.connection.execute('update issues set root_id = id')
journals = Issue.pluck(:id, :assigned_to_id).flat_map do |issue, user|
  Array.new(3) do |number|
    { journalized_id: issue, journalized_type: 'Issue', user_id: user, notes: number.zero? ? '' : sentence.call(20), created_on: Time.now, private_notes: false }
  end
end
journals.each_slice(5000) { |slice| Journal.insert_all!(slice) }
details = Journal.pluck(:id).map { |id| { journal_id: id, property: 'attr', prop_key: 'done_ratio', old_value: '10', value: '20' } }
details.each_slice(5000) { |slice| JournalDetail.insert_all!(slice) }
