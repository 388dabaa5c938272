package io.holdfast.features.draft;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A way of writing times.
 *
 * @param format in the letters of strptime; empty for ISO 8601, which needs no word
 * @param pattern of a whole cell, with groups y, m and d
 */
record TimeForm(String format, Pattern pattern) {
    private static final String ISO_TIME = "([ T]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,6})?)?(Z|[+-]\\d{2}(:?\\d{2})?)?)?";

    /** All that are looked for; of two that read a cell alike, the first is the usual one. */
    static final List<TimeForm> ALL = all();

    private static List<TimeForm> all() {
        List<TimeForm> forms = new ArrayList<>();
        forms.add(new TimeForm("", Pattern.compile("(?<y>\\d{4})-(?<m>\\d{2})-(?<d>\\d{2})" + ISO_TIME)));
        for (String time : List.of("", " %H:%M", " %H:%M:%S")) {
            String clock = time.replace("%H", "\\d{1,2}").replaceAll("%[MS]", "\\\\d{2}");
            for (String separator : List.of("/", ".", "-")) {
                String cut = Pattern.quote(separator);
                String year = "(?<y>\\d{4})";
                String month = "(?<m>\\d{1,2})";
                String day = "(?<d>\\d{1,2})";
                forms.add(form(
                        "%d" + separator + "%m" + separator + "%Y" + time, day + cut + month + cut + year + clock));
                forms.add(form(
                        "%m" + separator + "%d" + separator + "%Y" + time, month + cut + day + cut + year + clock));
                if (!separator.equals("-")) {
                    forms.add(form(
                            "%Y" + separator + "%m" + separator + "%d" + time, year + cut + month + cut + day + clock));
                }
            }
            forms.add(form("%Y年%m月%d日" + time, "(?<y>\\d{4})年(?<m>\\d{1,2})月(?<d>\\d{1,2})日" + clock));
            forms.add(form("%Y%m%d" + time, "(?<y>(19|20)\\d{2})(?<m>\\d{2})(?<d>\\d{2})" + clock));
        }
        return List.copyOf(forms);
    }

    private static TimeForm form(String format, String pattern) {
        return new TimeForm(format, Pattern.compile(pattern));
    }

    /** The day of a cell; empty where it is not of this form, or no such day exists. */
    Optional<LocalDate> day(String cell) {
        Matcher matcher = pattern.matcher(cell);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(matcher.group("y")),
                    Integer.parseInt(matcher.group("m")),
                    Integer.parseInt(matcher.group("d"))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
