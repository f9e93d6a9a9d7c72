package nl.mjpmonitor.warehouse.catalogue;

import java.util.Locale;

/** A text for readers, in both languages of the product. */
public record LocalizedText(String nl, String en) {

    /** The English text for an English locale, the Dutch text for every other. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : nl;
    }
}
