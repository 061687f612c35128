// Browsers show a date input in the order of their own language, often month first on office machines here. Under the field the date
// is said in words ("Thứ Ba, 30 tháng 6, 2026"), so that day and month are never mixed up.
function words(input) {
  if (!input.value) return "";
  const format = { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
  const text = new Intl.DateTimeFormat(document.documentElement.lang, format).format(new Date(`${input.value}T00:00:00Z`));
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function say(input) {
  let echo = input.nextElementSibling;
  if (!echo?.matches("output.date-words")) {
    echo = document.createElement("output");
    echo.className = "date-words hint";
    input.after(echo);
  }
  echo.textContent = words(input);
}

function sayAll() {
  for (const input of document.querySelectorAll("input[type=date]")) say(input);
}

export function startDates() {
  document.addEventListener("input", event => { if (event.target.matches?.("input[type=date]")) say(event.target); });
  document.addEventListener("turbo:load", sayAll);
  document.addEventListener("turbo:render", sayAll);
}
