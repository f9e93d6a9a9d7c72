package nl.mjpmonitor.dashboard.documents;

import java.time.Instant;
import java.util.Locale;
import nl.mjpmonitor.dashboard.figures.FigureFormat;
import nl.mjpmonitor.dashboard.texts.Texts;
import nl.mjpmonitor.warehouse.indicators.Confidentiality;

/**
 * The words every document has around what it says.
 *
 * @param locale the language of the document
 */
public record DocumentWords(Texts texts, Locale locale) {

    public String organisation() {
        return word("document.organisation");
    }

    public String edition() {
        return word("document.edition");
    }

    public String peildatum() {
        return word("document.peildatum");
    }

    public String madeAt() {
        return word("document.made-at");
    }

    public String codeVersion() {
        return word("document.code-version");
    }

    public String sources() {
        return word("document.sources");
    }

    public String confidentiality() {
        return word("document.confidentiality");
    }

    public String demonstration() {
        return word("app.demo");
    }

    public String page() {
        return word("document.page");
    }

    public String ofPages() {
        return word("document.of-pages");
    }

    /** Caption of a part of a table that is too wide for a page. */
    public String part(String caption, int part, int parts) {
        return texts.getTranslation("document.part", locale, caption, Integer.toString(part), Integer.toString(parts));
    }

    /** What stands in a cell for which there is no period in the series. */
    public String noPeriod() {
        return word("figure.not-applicable");
    }

    /** For a form that holds tables, of a document that has none. */
    public String withoutTables() {
        return word("document.without-tables");
    }

    /** Name of the sheet that says where a workbook comes from. */
    public String originSheet() {
        return word("document.origin");
    }

    /** Heading of a column with the marks beside numbers. */
    public String marks() {
        return word("document.marks");
    }

    /** Heading of a column with what there is to say about the numbers of another one. */
    public String remarksOn(String column) {
        return texts.getTranslation("document.remarks", locale, column);
    }

    public String of(Confidentiality confidentiality) {
        return word("confidentiality." + confidentiality.name().toLowerCase(Locale.ROOT));
    }

    public String of(Instant moment) {
        return new FigureFormat(locale).moment(moment);
    }

    private String word(String key) {
        return texts.getTranslation(key, locale);
    }
}
