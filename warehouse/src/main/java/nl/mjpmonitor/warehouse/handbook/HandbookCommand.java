package nl.mjpmonitor.warehouse.handbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.mjpmonitor.warehouse.catalogue.CatalogueException;

/**
 * Writes the handbook from the command line: {@code HandbookCommand docs/indicators.md}.
 *
 * <p>Ends with 0 when it is written, 1 when the catalogue is wrong or the file cannot be written, 2 when it was called
 * wrongly.
 */
public final class HandbookCommand {

    private HandbookCommand() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    static int run(List<String> arguments) {
        if (arguments.size() != 1) {
            System.err.println("Usage: HandbookCommand FILE");
            return 2;
        }
        Path file = Path.of(arguments.get(0));
        try {
            Files.writeString(file, Handbook.load().text());
            return 0;
        } catch (CatalogueException | IOException failure) {
            System.err.println(file + " is not written: " + failure);
            return 1;
        }
    }
}
