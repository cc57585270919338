package formdoor;

/** One question. */
public record CheckReport(String sound) {}
