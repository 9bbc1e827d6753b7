//! The logical data structure: what the files of the chip say (ICAO Doc 9303 part 10).
