-- Counts with the moment from which they were known.
CREATE DATABASE IF NOT EXISTS mart
