package nl.mjpmonitor.dashboard.opendata;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.RDFWriter;
import org.eclipse.rdf4j.rio.Rio;
import org.eclipse.rdf4j.rio.helpers.BasicWriterSettings;

/** Writes linked data that exist as JSON-LD once more, as Turtle: one catalogue, two ways to write it down. */
final class Turtle {

    private Turtle() {}

    /**
     * The same statements as Turtle.
     *
     * @param jsonLd with a context of its own, so that nothing has to be fetched
     * @param prefixes the short names of the vocabularies
     * @throws IllegalArgumentException when it is no JSON-LD
     */
    static String of(String jsonLd, Map<String, String> prefixes) {
        StringWriter out = new StringWriter();
        RDFWriter writer = Rio.createWriter(RDFFormat.TURTLE, out);
        writer.getWriterConfig().set(BasicWriterSettings.INLINE_BLANK_NODES, true);
        Model statements = statements(jsonLd);
        writer.startRDF();
        prefixes.forEach(writer::handleNamespace);
        statements.forEach(writer::handleStatement);
        writer.endRDF();
        return out.toString();
    }

    private static Model statements(String jsonLd) {
        try {
            return Rio.parse(new StringReader(jsonLd), RDFFormat.JSONLD);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("This is no JSON-LD", unreadable);
        }
    }
}
