package org.redress.review;

/** The case has no recommendation of this id. */
public class RecommendationUnknown extends RuntimeException {

    public RecommendationUnknown(String caseReference, long id) {
        super("The case " + caseReference + " has no recommendation " + id + ". Look in the case which it has.");
    }
}
