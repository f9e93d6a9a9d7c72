package nl.mjpmonitor.warehouse.published;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.packaged.PackagedFile;
import nl.mjpmonitor.warehouse.packaged.PackagedFiles;
import nl.mjpmonitor.warehouse.published.PublishedFigure.Months;
import nl.mjpmonitor.warehouse.published.PublishedFigure.Question;
import nl.mjpmonitor.warehouse.published.PublishedFigure.Statement;

/** The reference file {@code catalogue/published-figures.csv}: every row the five documents of the programme published. */
public final class PublishedFigures {

    /** The first line of the file. */
    static final String HEADER =
            "number;theme;label;unit;from;to;period;value;qualifier;document;quote;asked;indicator;area;reason;refers_to;explanation";

    private static final String FILE = "catalogue/published-figures.csv";
    private static final int COLUMNS = 17;

    private final List<PublishedFigure> figures;

    private PublishedFigures(List<PublishedFigure> figures) {
        this.figures = List.copyOf(figures);
    }

    /**
     * Reads the file that is packaged with this module.
     *
     * @throws IllegalArgumentException when a line is wrong; it names file, line and what to change
     */
    public static PublishedFigures load() {
        return read(PackagedFiles.read(FILE));
    }

    static PublishedFigures read(PackagedFile file) {
        List<String> lines = file.text().lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            throw new IllegalArgumentException(file.path() + ":1: the columns are not " + HEADER + "; restore them");
        }
        return new PublishedFigures(IntStream.range(1, lines.size())
                .mapToObj(index -> figure(file.path() + ":" + (index + 1), lines.get(index)))
                .toList());
    }

    /** All rows, by number. */
    public List<PublishedFigure> figures() {
        return figures;
    }

    /** The figures that an indicator gives, by number. */
    public List<PublishedFigure> of(IndicatorId indicator) {
        return figures.stream()
                .filter(figure -> figure.question()
                        .filter(question -> question.indicator().equals(indicator))
                        .isPresent())
                .toList();
    }

    private static PublishedFigure figure(String where, String line) {
        List<String> cells = List.of(line.split(";", -1));
        if (cells.size() != COLUMNS) {
            throw new IllegalArgumentException(
                    where + ": there are " + cells.size() + " columns; make it " + COLUMNS + ", as the first line");
        }
        try {
            return new PublishedFigure(
                    Integer.parseInt(cells.get(0)),
                    cells.get(1),
                    cells.get(2),
                    cells.get(3),
                    months(cells.get(4), cells.get(5)),
                    cells.get(6),
                    cells.get(7),
                    cells.get(8),
                    cells.get(9),
                    cells.get(10),
                    question(cells.get(11), cells.get(12), cells.get(13)),
                    statement(cells.get(14), cells.get(15)),
                    cells.get(16));
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw new IllegalArgumentException(where + ": " + wrong.getMessage() + "; correct this line", wrong);
        }
    }

    private static Optional<Months> months(String first, String last) {
        return filled(first).map(from -> new Months(YearMonth.parse(from), YearMonth.parse(last)));
    }

    private static Optional<Question> question(String asked, String indicator, String areas) {
        return filled(asked)
                .map(word -> new Question(
                        Asked.valueOf(word.toUpperCase(Locale.ROOT)),
                        new IndicatorId(indicator),
                        Arrays.stream(areas.split(" ")).map(AreaCode::new).toList()));
    }

    private static Optional<Statement> statement(String reason, String refersTo) {
        return filled(reason)
                .map(word -> new Statement(
                        Reason.valueOf(word.replace('-', '_').toUpperCase(Locale.ROOT)), filled(refersTo)));
    }

    private static Optional<String> filled(String cell) {
        return Optional.of(cell).filter(Predicate.not(String::isEmpty));
    }
}
