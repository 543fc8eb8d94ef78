-- The day that an incomplete call was about, so that only what is about the same day completes it.
ALTER TABLE attempts ADD COLUMN about_day TEXT;
