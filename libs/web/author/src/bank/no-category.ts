/** The room of the one word for questions that are in no category. */

/** Stands in the address in the place of a category's id. */
export const NO_CATEGORY = 'khong';
