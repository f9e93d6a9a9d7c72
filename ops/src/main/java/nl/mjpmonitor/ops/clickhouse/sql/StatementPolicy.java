package nl.mjpmonitor.ops.clickhouse.sql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway does not let through: statements on users and roles, which the engine has no store for, and every way to files,
 * programs or addresses of the host. The engine is also run without grants on outside sources; this class closes what grants do not
 * cover (the scalar {@code file()}, INTO OUTFILE, FROM INFILE, format templates) and gives the clearer message for the rest.
 */
public final class StatementPolicy {

    private static final Set<String> ACCESS_OBJECTS = Set.of("USER", "ROLE", "QUOTA", "POLICY", "PROFILE");

    /** Table functions, table engines, dictionary sources and the scalar function, all in lower case. */
    private static final Set<String> HOST_FUNCTIONS = Set.of(
            "arrowflight",
            "azureblobstorage",
            "azurequeue",
            "cassandra",
            "catboostevaluate",
            "cluster",
            "clusterallreplicas",
            "cosn",
            "deltalake",
            "disk",
            "eval",
            "executable",
            "executable_pool",
            "executablepool",
            "file",
            "filelog",
            "filesystem",
            "gcs",
            "hdfs",
            "hive",
            "http",
            "hudi",
            "iceberg",
            "jdbc",
            "library",
            "materializedpostgresql",
            "mongodb",
            "mysql",
            "odbc",
            "oss",
            "paimon",
            "postgresql",
            "prometheusquery",
            "prometheusqueryrange",
            "queryrunner",
            "redis",
            "remote",
            "remotesecure",
            "s3",
            "s3queue",
            "sqlite",
            "url",
            "yamlregexptree",
            "ytsaurus");

    private static final List<String> HOST_FUNCTION_FAMILIES =
            List.of("azureblobstorage", "deltalake", "file", "hdfs", "hudi", "iceberg", "paimon", "s3", "url");

    private static final List<String> FAMILY_VARIANTS = List.of("cluster", "local", "s3", "azure", "hdfs");

    /** Settings that name a file which a format then reads. */
    private static final Set<String> HOST_SETTINGS = Set.of(
            "format_schema",
            "format_schema_source",
            "format_template_resultset",
            "format_template_row",
            "format_template_row_format",
            "format_template_resultset_format");

    private StatementPolicy() {}

    /** Why the statement must not run, or nothing when it may. */
    public static Optional<Refusal> check(SqlStatement statement) {
        if (statement.isUnterminated()) {
            return Optional.of(Refusal.syntax("a quote or comment is not closed"));
        }
        if (statement.hasSecondStatement()) {
            return Optional.of(Refusal.syntax("multi-statements are not allowed, send one statement a request"));
        }
        List<SqlToken> tokens = statement.tokens();
        Optional<Refusal> access = accessStatement(tokens);
        if (access.isPresent()) {
            return access;
        }
        HostAccess host = new HostAccess(!tokens.isEmpty() && tokens.getFirst().isWord("CREATE"));
        for (SqlToken token : tokens) {
            @Nullable Refusal refusal = host.next(token);
            if (refusal != null) {
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }

    /**
     * The same for the rows behind VALUES, which are expressions.
     *
     * @param start offset of the first byte after VALUES
     */
    public static Optional<Refusal> checkValues(byte[] text, int start, int length) {
        SqlLexer lexer = new SqlLexer(text, start, length);
        HostAccess host = new HostAccess(false);
        boolean ended = false;
        for (SqlToken token = lexer.next(); token != null; token = lexer.next()) {
            if (token.kind() == SqlToken.Kind.UNTERMINATED) {
                return Optional.of(Refusal.syntax("a quote or comment in the values is not closed"));
            }
            if (ended && !token.isSymbol(';')) {
                return Optional.of(Refusal.syntax("multi-statements are not allowed, send one statement a request"));
            }
            ended |= token.isSymbol(';');
            @Nullable Refusal refusal = host.next(token);
            if (refusal != null) {
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }

    /** Why a setting sent with the request must not be applied, or nothing when it may. */
    public static Optional<Refusal> checkSetting(String name) {
        return HOST_SETTINGS.contains(name.toLowerCase(Locale.ROOT))
                ? Optional.of(hostSetting(name))
                : Optional.empty();
    }

    private static Refusal hostSetting(String name) {
        return Refusal.denied("Setting " + name + " reads files of the host, which the embedded engine does not allow");
    }

    private static Optional<Refusal> accessStatement(List<SqlToken> tokens) {
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        String opening = tokens.getFirst().text().toUpperCase(Locale.ROOT);
        boolean refused = switch (opening) {
            case "GRANT", "REVOKE" -> true;
            case "EXECUTE" -> tokens.size() > 1 && tokens.get(1).isWord("AS");
            case "SET" -> names(tokens, 3, Set.of("ROLE"));
            // IF [NOT] EXISTS, OR REPLACE and the words ROW, SETTINGS, MASKING may stand before the object
            case "CREATE", "ALTER", "DROP", "MOVE" -> isAccessObject(tokens);
            default -> false;
        };
        return refused
                ? Optional.of(Refusal.unsupported("Users, roles, quotas and policies exist only on a ClickHouse server,"
                        + " not in the embedded engine: " + opening + " of one is refused"))
                : Optional.empty();
    }

    private static boolean isAccessObject(List<SqlToken> tokens) {
        Set<String> passedOver = Set.of("OR", "REPLACE", "IF", "NOT", "EXISTS", "ROW", "SETTINGS", "MASKING");
        for (SqlToken token : tokens.subList(1, tokens.size())) {
            String word = token.kind() == SqlToken.Kind.WORD ? token.text().toUpperCase(Locale.ROOT) : "";
            if (!passedOver.contains(word)) {
                return ACCESS_OBJECTS.contains(word);
            }
        }
        return false;
    }

    private static boolean names(List<SqlToken> tokens, int upTo, Set<String> words) {
        return tokens.stream()
                .limit(upTo)
                .filter(token -> token.kind() == SqlToken.Kind.WORD)
                .anyMatch(token -> words.contains(token.text().toUpperCase(Locale.ROOT)));
    }

    /** Watches a run of tokens for a way out to the host. */
    private static final class HostAccess {

        private final boolean definesTable;
        private @Nullable SqlToken previous;
        private @Nullable SqlToken beforePrevious;

        HostAccess(boolean definesTable) {
            this.definesTable = definesTable;
        }

        @Nullable Refusal next(SqlToken token) {
            Refusal refusal = inspect(token);
            beforePrevious = previous;
            previous = token;
            return refusal;
        }

        private @Nullable Refusal inspect(SqlToken token) {
            SqlToken last = previous;
            if (last == null) {
                return null;
            }
            if ((last.isWord("INTO") && token.isWord("OUTFILE")) || (last.isWord("FROM") && token.isWord("INFILE"))) {
                return Refusal.denied(last.text() + " " + token.text()
                        + " reaches files of the host, which the embedded engine does not allow");
            }
            if (token.isSymbol('(') && last.isIdentifier() && isHostFunction(last.text()) && !isTableName()) {
                return Refusal.denied("Function " + last.text()
                        + " reaches outside the database, which the embedded engine does not allow");
            }
            if (last.isIdentifier() && token.isSymbol('=')) {
                return checkSetting(last.text()).orElse(null);
            }
            return null;
        }

        /** A table that happens to be called {@code file} is followed by its column list. */
        private boolean isTableName() {
            SqlToken before = beforePrevious;
            return before != null
                    && (before.isSymbol('.')
                            || before.isWord("INTO")
                            || (definesTable && (before.isWord("TABLE") || before.isWord("EXISTS"))));
        }

        private static boolean isHostFunction(String name) {
            String lower = name.toLowerCase(Locale.ROOT);
            return HOST_FUNCTIONS.contains(lower)
                    || HOST_FUNCTION_FAMILIES.stream().anyMatch(family -> isVariant(lower, family));
        }

        /** {@code deltaLakeS3Cluster} is a variant of {@code deltaLake}; {@code fileVersion} would be none of {@code file}. */
        private static boolean isVariant(String name, String family) {
            return name.startsWith(family)
                    && FAMILY_VARIANTS.stream().anyMatch(name.substring(family.length())::startsWith);
        }
    }
}
