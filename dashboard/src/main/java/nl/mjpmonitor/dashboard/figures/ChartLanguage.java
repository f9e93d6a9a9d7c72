package nl.mjpmonitor.dashboard.figures;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.charts.ChartOptions;
import com.vaadin.flow.component.charts.model.Lang;
import java.text.DecimalFormatSymbols;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;

/** Lets the charts of a page write numbers and months in the reader's language. */
public final class ChartLanguage {

    private ChartLanguage() {}

    public static void apply(UI ui, Locale locale) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        Lang words = new Lang();
        words.setDecimalPoint(String.valueOf(symbols.getDecimalSeparator()));
        words.setThousandsSep(String.valueOf(symbols.getGroupingSeparator()));
        words.setMonths(months(TextStyle.FULL_STANDALONE, locale));
        words.setShortMonths(months(TextStyle.SHORT_STANDALONE, locale));
        ChartOptions.get(ui).setLang(words);
    }

    private static String[] months(TextStyle style, Locale locale) {
        return Arrays.stream(Month.values())
                .map(month -> month.getDisplayName(style, locale))
                .toArray(String[]::new);
    }
}
