/**
 * What each letter of a review needs to know, and no more. The model of a letter carries nothing that its addressee may
 * not see. Every null that is allowed is said; anything else that is missing stops the letter by name.
 */
package org.redress.review.letters;
