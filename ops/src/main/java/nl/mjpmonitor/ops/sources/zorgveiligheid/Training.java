package nl.mjpmonitor.ops.sources.zorgveiligheid;

/** A training programme for one kind of audience. */
enum Training {
    RADICALISATION_BASIC("radicalisation", "basic", "professional", "professional_trained"),
    RADICALISATION_SPECIALIST("radicalisation", "specialist", "professional", "professional_trained"),
    SAFETY_VISION("safety_vision", "general", "professional", "safety_vision_trained"),
    BOARDS("sexmatters", "general", "board", "board_trained"),
    CONFIDANTS("sexmatters", "general", "confidant", "confidant_trained"),
    YOUTH_WORKERS("sexmatters", "general", "youth_worker_group", "youth_worker_group"),
    ENTREE_CLASSES("sexmatters", "general", "entree_class", "entree_class");

    private final String programme;
    private final String level;
    private final String audience;
    private final String register;

    Training(String programme, String level, String audience, String register) {
        this.programme = programme;
        this.level = level;
        this.audience = audience;
        this.register = register;
    }

    String programme() {
        return programme;
    }

    String level() {
        return level;
    }

    /** Who is counted: persons, boards, groups or classes. */
    String audience() {
        return audience;
    }

    String register() {
        return register;
    }

    boolean isForProfessionals() {
        return audience.equals("professional");
    }
}
