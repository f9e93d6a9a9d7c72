package nl.mjpmonitor.dashboard.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.Locale;
import java.util.TreeSet;

/**
 * How numbers and moments are written: 1.169, +6, −6, −67%, 21 nov 2026 08:14. Minus is U+2212. Moments are in Dutch
 * time.
 */
public final class FigureFormat {

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final String MINUS = "\u2212";

    private final Locale locale;

    public FigureFormat(Locale locale) {
        this.locale = locale;
    }

    /** 1.169 */
    public String count(long count) {
        String digits = NumberFormat.getIntegerInstance(locale).format(Math.abs(count));
        return count < 0 ? MINUS + digits : digits;
    }

    /** 7,3 or 625,8, and 13 where the decimal would be zero. */
    public String decimal(BigDecimal value) {
        return decimal(value, 0);
    }

    /** 7,3 or 625,8, and 13,0 for a value with decimals: what stands in a column with others has its comma below theirs. */
    public String inColumn(BigDecimal value) {
        return decimal(value, Math.clamp(value.scale(), 0, 1));
    }

    private String decimal(BigDecimal value, int fewestDecimals) {
        NumberFormat digits = NumberFormat.getNumberInstance(locale);
        digits.setMinimumFractionDigits(fewestDecimals);
        digits.setMaximumFractionDigits(1);
        digits.setRoundingMode(RoundingMode.HALF_UP);
        return value.signum() < 0 ? MINUS + digits.format(value.negate()) : digits.format(value);
    }

    /** +6, −6 or 0 */
    public String difference(long difference) {
        return difference > 0 ? "+" + count(difference) : count(difference);
    }

    /** 16% or −67% */
    public String percentage(int percentage) {
        return count(percentage) + "%";
    }

    /** 21 nov 2026 08:14 */
    public String moment(Instant moment) {
        return DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", locale)
                .withZone(ZONE)
                .format(moment);
    }

    /** 21 nov 2026 */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMM yyyy", locale).format(day);
    }

    /** 08:14:05 */
    public String time(Instant moment) {
        return DateTimeFormatter.ofPattern("HH:mm:ss", locale).withZone(ZONE).format(moment);
    }

    /** 2019, 2022-2025 */
    public String years(Collection<Integer> years) {
        StringBuilder text = new StringBuilder();
        int start = 0;
        int end = 0;
        for (int year : new TreeSet<>(years)) {
            if (text.isEmpty()) {
                text.append(year);
                start = year;
            } else if (year > end + 1) {
                text.append(end > start ? "-" + end : "").append(", ").append(year);
                start = year;
            }
            end = year;
        }
        return text.append(end > start ? "-" + end : "").toString();
    }

    /** januari */
    public String month(int month) {
        return Month.of(month).getDisplayName(TextStyle.FULL_STANDALONE, locale);
    }
}
