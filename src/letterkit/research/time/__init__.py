"""When something happened: dates, relative time, wars, and what the report tells before and after."""
