-- What the warehouse knows about itself.
CREATE DATABASE IF NOT EXISTS control
