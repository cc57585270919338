package org.redress.review;

/** How the complaint was investigated, if at all. */
public enum Investigation {
    /** handled otherwise than by investigation */
    NONE,
    /** by the appropriate authority on its own behalf */
    OWN,
    /** directed by the Director General */
    DIRECTED,
    /** independent, by the Director General */
    INDEPENDENT
}
