-- The log of truth: every change as it arrived.
CREATE DATABASE IF NOT EXISTS raw
