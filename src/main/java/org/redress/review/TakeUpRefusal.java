package org.redress.review;

/** How a refusal is taken up with the force. */
public record TakeUpRefusal(String takenUp) {}
