package org.redress.people;

/**
 * A clearance that work on cases needs, as its owners keep it.
 *
 * @param kind its code, for example {@code RECRUITMENT_VETTING}
 * @param name its name for people
 * @param years how many years it lasts
 * @param provision where the number comes from
 * @param verified whether the number was confirmed from its source
 */
public record ClearanceKind(String kind, String name, int years, String provision, boolean verified) {}
