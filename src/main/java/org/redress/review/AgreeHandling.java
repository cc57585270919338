package org.redress.review;

/** How an escalated case is to be handled. */
public record AgreeHandling(String handling, String allocateTo) {}
