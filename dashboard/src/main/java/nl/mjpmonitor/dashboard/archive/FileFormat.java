package nl.mjpmonitor.dashboard.archive;

import java.util.Map;
import nl.mjpmonitor.dashboard.publications.EditionFile;

/**
 * What kind of file it is, for who keeps it: an entry of PRONOM, the register of The National Archives, where it has one for exactly what
 * is made here, and the media type otherwise.
 *
 * @param label name of the format
 * @param code its code in the list
 * @param list name of the list
 */
record FileFormat(String label, String code, String list) {

    private static final String PRONOM = "PRONOM-register";
    private static final String MEDIA_TYPES = "IANA Media types";

    private static final Map<String, FileFormat> KNOWN = Map.of(
            "application/pdf", new FileFormat("Acrobat PDF/A - Portable Document Format 2a", "fmt/476", PRONOM),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    new FileFormat("Microsoft Excel for Windows 2007 onwards", "fmt/214", PRONOM),
            "application/zip", new FileFormat("ZIP Format", "x-fmt/263", PRONOM),
            "application/json", new FileFormat("JSON Data Interchange Format", "fmt/817", PRONOM));

    static FileFormat of(EditionFile file) {
        FileFormat known = KNOWN.get(file.mediaType());
        return known == null ? new FileFormat(file.mediaType(), file.mediaType(), MEDIA_TYPES) : known;
    }
}
