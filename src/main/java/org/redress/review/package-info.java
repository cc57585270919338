/** The statutory review: application, validity, assessment, decision, measures and letters. */
@org.springframework.modulith.ApplicationModule(displayName = "Review")
package org.redress.review;
